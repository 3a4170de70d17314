"""Who writes: one module per SDK behind one Protocol; each SDK's faults become domain errors here."""
