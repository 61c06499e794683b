"""What a search server is told, and how it gets there: nothing lost, nothing older over newer."""
