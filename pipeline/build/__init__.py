"""The engine: outputs, keys, state, journal, executors. It knows nothing of libraries or HTML."""
