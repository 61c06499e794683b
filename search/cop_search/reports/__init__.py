"""What editors read of what visitors search for."""
