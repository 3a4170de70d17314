"""What is asked for: the composer, which writes without a model, and the recipes a model is given. Pure."""
