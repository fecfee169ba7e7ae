"""Least lengths from one corner of a grid of roads to every node, by scipy and by rustworkx: the grid of `vedette measure ways`.

usage: ways.py [SIDE]      prints: scipy's seconds, rustworkx's seconds, the length to the far corner
"""

import sys
import time

import numpy
import rustworkx
import scipy.sparse
import scipy.sparse.csgraph

side = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
node = numpy.arange(side * side)
right, down = node[node % side + 1 < side], node[node + side < side * side]
start = numpy.concatenate([right, down])
end = numpy.concatenate([right + 1, down + side])
step = numpy.concatenate([numpy.full(len(right), 1), numpy.full(len(down), 2)])
length = ((start * 7919 + step * 104729) % 997 + 1).astype(float)


def best(run):
    times = []
    for _ in range(3):
        begin = time.perf_counter()
        result = run()
        times.append(time.perf_counter() - begin)
    return min(times), result


both = scipy.sparse.csr_matrix(
    (numpy.concatenate([length, length]), (numpy.concatenate([start, end]), numpy.concatenate([end, start]))),
    shape=(side * side, side * side),
)
scipys, costs = best(lambda: scipy.sparse.csgraph.dijkstra(both, indices=0, return_predecessors=True)[0])
graph = rustworkx.PyGraph()
graph.add_nodes_from(range(side * side))
graph.add_edges_from(list(zip(start.tolist(), end.tolist(), length.tolist())))
rusts, lengths = best(lambda: rustworkx.dijkstra_shortest_path_lengths(graph, 0, lambda edge: edge))
assert lengths[side * side - 1] == costs[-1]
print(scipys, rusts, costs[-1])
