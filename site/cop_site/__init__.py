"""The reference site: what a partner's own CMS would write."""
