# Looks right: one hop each way, three layers on the loop. But S2 does not run at all.
MIDDLEWARE = [
    "layer_2.S1",
    "layer_1.H1",
    "layer_3.A1",
    "layer_5.H2",
]
