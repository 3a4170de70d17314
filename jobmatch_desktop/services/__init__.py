"""What a person does: import a profile, add an offer, generate, edit, export. async, no Qt."""
