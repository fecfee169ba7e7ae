"""Shortest ways and greatest flows on random graphs by networkx, as Tests/KernelTests/NetworkPeer.swift has them.

usage: networks.py > Tests/KernelTests/NetworkPeer.swift
"""

import random

import networkx as nx

random.seed(20261127)
print("// Written by Scripts/peers/networks.py with networkx", nx.__version__)
print("\n/// Random graphs, and what networkx found on them: lengths (−1 where no way leads) and greatest flows.")
print('enum NetworkPeer {\n  static let text = """')
for size, count in [(8, 10), (12, 18), (20, 24), (30, 60), (40, 55)]:
    graph = nx.Graph()
    graph.add_nodes_from(range(size))
    while graph.number_of_edges() < count:
        a, b = random.sample(range(size), 2)
        if not graph.has_edge(a, b):
            graph.add_edge(a, b, length=random.randint(1, 99), capacity=random.randint(0, 20))
    print(f"    graph {size}")
    for a, b, data in graph.edges(data=True):
        print(f"    link {a} {b} {data['length']} {data['capacity']}")
    for _ in range(10):
        a, b = random.sample(range(size), 2)
        try:
            length = nx.dijkstra_path_length(graph, a, b, weight="length")
        except nx.NetworkXNoPath:
            length = -1
        print(f"    length {a} {b} {length}")
    for _ in range(6):
        a, b = random.sample(range(size), 2)
        print(f"    flow {a} {b} {nx.maximum_flow_value(graph, a, b, capacity='capacity')}")
print('    """\n}')
