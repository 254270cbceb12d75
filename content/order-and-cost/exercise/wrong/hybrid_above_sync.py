# Looks right: the sync layers share a hop. But H1, which stands above them, is in their thread.
MIDDLEWARE = [
    "layer_1.H1",
    "layer_2.S1",
    "layer_4.S2",
    "layer_3.A1",
    "layer_5.H2",
]
