MIDDLEWARE = [
    "layer_2.S1",
    "layer_4.S2",
    "layer_1.H1",
    "layer_3.A1",
    "layer_5.H2",
]
