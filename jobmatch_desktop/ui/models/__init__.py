"""The page of models: what is installed, what can be downloaded, which servers there are."""
