"""The fact lock: whether every figure, day, name and place of a text stands in what it rests on."""
