// Written by Scripts/peers/networks.py with networkx 3.6.1

/// Random graphs, and what networkx found on them: lengths (−1 where no way leads) and greatest flows.
enum NetworkPeer {
  static let text = """
    graph 8
    link 0 4 34 9
    link 0 7 21 6
    link 0 3 67 18
    link 1 2 37 12
    link 1 7 92 0
    link 2 3 12 5
    link 2 6 20 8
    link 3 4 90 1
    link 3 6 66 5
    link 4 6 18 14
    length 3 2 12
    length 1 5 -1
    length 4 0 34
    length 2 7 93
    length 1 3 49
    length 2 4 38
    length 1 0 109
    length 0 6 52
    length 0 6 52
    length 4 1 75
    flow 4 2 13
    flow 7 4 6
    flow 4 1 12
    flow 0 7 6
    flow 5 0 0
    flow 7 6 6
    graph 12
    link 0 4 89 8
    link 1 11 42 1
    link 1 9 24 1
    link 1 4 69 9
    link 1 6 22 10
    link 2 6 30 8
    link 2 9 50 12
    link 2 7 67 9
    link 3 9 10 8
    link 3 11 66 14
    link 4 6 7 15
    link 5 10 20 14
    link 6 11 18 0
    link 7 9 83 1
    link 7 11 58 17
    link 8 11 61 9
    link 8 10 57 9
    link 9 11 37 1
    length 1 11 40
    length 2 8 109
    length 1 7 98
    length 2 9 50
    length 11 4 25
    length 4 1 29
    length 3 9 10
    length 9 5 175
    length 7 8 119
    length 8 4 86
    flow 10 5 14
    flow 8 11 9
    flow 6 0 8
    flow 2 8 9
    flow 8 1 9
    flow 3 10 9
    graph 20
    link 0 14 86 6
    link 1 19 57 0
    link 1 18 64 13
    link 1 6 80 5
    link 2 17 59 14
    link 2 12 62 1
    link 2 6 31 17
    link 2 8 79 5
    link 3 18 8 2
    link 3 19 87 0
    link 3 5 50 17
    link 4 19 19 2
    link 5 10 86 9
    link 5 11 1 4
    link 6 18 19 2
    link 7 18 18 1
    link 7 15 69 8
    link 7 12 85 11
    link 7 8 49 20
    link 8 13 55 13
    link 8 12 64 0
    link 9 17 3 16
    link 14 15 49 17
    link 15 19 17 7
    length 19 16 -1
    length 6 15 106
    length 3 7 26
    length 12 6 93
    length 12 19 171
    length 4 11 157
    length 19 8 135
    length 3 2 58
    length 15 17 196
    length 7 13 104
    flow 14 15 17
    flow 15 5 2
    flow 19 0 6
    flow 8 3 2
    flow 19 18 7
    flow 12 18 7
    graph 30
    link 0 20 95 2
    link 0 19 76 11
    link 0 24 46 5
    link 1 9 74 6
    link 1 10 14 8
    link 1 15 14 4
    link 1 6 67 1
    link 1 27 42 4
    link 2 25 85 20
    link 2 14 5 13
    link 2 28 46 1
    link 2 19 58 4
    link 2 7 10 7
    link 2 17 76 19
    link 2 16 60 19
    link 2 24 50 20
    link 2 29 80 14
    link 3 27 26 9
    link 3 5 37 10
    link 3 23 15 2
    link 3 12 97 5
    link 3 29 47 16
    link 4 13 22 3
    link 4 5 17 16
    link 4 16 97 20
    link 4 28 56 4
    link 4 7 50 5
    link 5 22 98 1
    link 5 8 19 3
    link 6 10 38 6
    link 6 25 86 7
    link 7 18 50 16
    link 7 10 38 5
    link 7 28 78 5
    link 7 17 37 0
    link 8 13 61 17
    link 8 17 46 13
    link 9 25 14 10
    link 9 15 16 0
    link 10 20 85 17
    link 10 16 22 6
    link 10 19 67 2
    link 11 22 62 7
    link 12 19 5 18
    link 12 28 66 3
    link 13 15 40 18
    link 14 28 53 7
    link 14 24 56 14
    link 15 22 75 10
    link 15 28 41 19
    link 15 29 35 14
    link 16 18 88 0
    link 18 21 56 4
    link 18 19 1 7
    link 18 29 19 5
    link 21 25 13 11
    link 21 28 81 4
    link 22 25 49 11
    link 25 29 82 15
    link 27 28 78 1
    length 5 9 95
    length 24 14 55
    length 11 14 201
    length 19 10 67
    length 15 4 62
    length 4 1 76
    length 14 21 103
    length 11 1 151
    length 19 27 93
    length 11 26 -1
    flow 24 17 32
    flow 26 9 0
    flow 23 2 2
    flow 2 12 26
    flow 18 16 32
    flow 7 6 14
    graph 40
    link 0 30 79 8
    link 0 39 30 4
    link 0 4 72 18
    link 1 25 80 16
    link 2 9 1 8
    link 2 27 31 15
    link 2 6 58 5
    link 2 34 54 17
    link 2 23 85 11
    link 3 36 41 1
    link 3 32 39 17
    link 3 29 55 5
    link 3 26 77 7
    link 4 16 98 6
    link 5 14 40 16
    link 5 27 74 2
    link 5 9 64 10
    link 5 20 38 3
    link 6 12 81 0
    link 6 22 66 18
    link 6 19 20 20
    link 7 36 33 19
    link 7 21 26 14
    link 7 14 8 0
    link 7 39 44 5
    link 8 13 16 19
    link 8 36 5 17
    link 9 36 99 7
    link 9 27 52 19
    link 11 13 10 17
    link 11 17 86 0
    link 12 26 83 14
    link 13 37 98 10
    link 13 26 26 11
    link 14 37 84 9
    link 14 30 28 10
    link 15 38 86 1
    link 15 32 40 9
    link 16 32 36 17
    link 16 24 59 10
    link 17 34 24 0
    link 17 27 38 8
    link 18 38 12 4
    link 18 21 88 20
    link 18 20 46 18
    link 19 28 33 0
    link 20 30 91 12
    link 21 30 97 12
    link 22 24 29 20
    link 26 32 81 4
    link 26 38 27 7
    link 27 29 76 6
    link 28 32 87 18
    link 30 34 25 14
    link 35 36 84 6
    length 35 32 164
    length 7 15 153
    length 11 22 235
    length 3 0 148
    length 36 22 204
    length 25 32 -1
    length 35 37 203
    length 16 19 156
    length 18 19 223
    length 38 17 149
    flow 21 19 15
    flow 15 32 10
    flow 12 18 14
    flow 14 7 34
    flow 27 29 11
    flow 7 30 37
    """
}
