"""How a document looks: the gallery of templates, and what is chosen of one."""
