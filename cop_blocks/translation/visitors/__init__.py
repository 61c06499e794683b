"""What visitors are told of a page that is not there in their language yet."""
