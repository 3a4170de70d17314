"""The page of the coach: talks, what is said in them, and what is kept of them."""
