"""What an editor sees: tabs, groups and help texts of each page type."""
