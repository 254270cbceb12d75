# Looks right: one hop each way. But both hybrids have gone to the thread with the sync layers.
MIDDLEWARE = [
    "layer_3.A1",
    "layer_1.H1",
    "layer_5.H2",
    "layer_2.S1",
    "layer_4.S2",
]
