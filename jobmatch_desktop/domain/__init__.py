"""What things are: profile, offer, application, document, task, claim, errors. Pure values, no input or output."""
