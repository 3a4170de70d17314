"""Talks with the coach: what is asked, what a model is sent, what is worth keeping. Pure."""
