"""The page of settings: how the window looks, who writes and where they are, and what is hidden from them."""
