"""Lines of a CV, whatever file they come from, to a JSON Resume document: sections, entries, fields."""
