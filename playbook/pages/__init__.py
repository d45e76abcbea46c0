"""What each page of the playbook says: one frozen dataclass and one builder a page."""
