"""Qt and the services: the engine thread, the thread-pool executor, the coalescing feed, the task list model."""
