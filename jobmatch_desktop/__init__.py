"""JobMatch Desktop: tailor a CV and a cover letter to a job offer, on your own computer."""

__version__ = "0.1.0"
