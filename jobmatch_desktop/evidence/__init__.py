"""What is true: what an offer asks for, which facts support it, and which words of a text have a fact. Pure."""
