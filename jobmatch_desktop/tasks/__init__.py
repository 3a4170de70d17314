"""Long work: the store's Protocol, lanes, the runner and the journal's rhythm. asyncio; knows no Qt and no provider."""
