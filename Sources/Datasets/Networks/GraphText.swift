internal import Kernels

/// Reads a network as the package scgraph_data writes it: a line `graph=[{node: km, …}, …]` with a brace for each node, and a line
/// `nodes=[[latitude, longitude], …]`. It is Python, and nothing of it is run.
struct GraphText {
  private let bytes: [UInt8]
  private var at = 0

  /// - Throws: where the text is something else.
  static func network(_ bytes: [UInt8]) throws(DataError) -> Network {
    var reader = GraphText(bytes)
    let rows = try reader.rows()
    let points = try reader.points()
    guard rows.count == points.count else {
      throw DataError(
        .badData, "a network of \(points.count) nodes with links of \(rows.count)")
    }
    var links: [Network.Link] = []
    for (node, row) in rows.enumerated() {
      // each link stands at both its nodes; a node's link to itself leads nowhere
      for (target, length) in row where target > node {
        guard target < points.count else {
          throw DataError(.badData, "a link to node \(target) of \(points.count)")
        }
        links.append(Network.Link(Int32(node), Int32(target), length: length))
      }
    }
    return Network(points: points, links: links)
  }

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Links node by node: the other node, and m.
  private mutating func rows() throws(DataError) -> [[(node: Int, length: Double)]] {
    try find("graph=[")
    var rows: [[(node: Int, length: Double)]] = []
    while try next(of: "{]") == UInt8(ascii: "{") {
      var row: [(node: Int, length: Double)] = []
      while peek != UInt8(ascii: "}") {
        let node = try number()
        try expect(UInt8(ascii: ":"))
        let kilometres = try number()
        guard let node = Int(exactly: node), node >= 0, kilometres >= 0 else { throw damaged }
        row.append((node, kilometres * 1_000))
        if peek == UInt8(ascii: ",") { at += 1 }
      }
      at += 1
      rows.append(row)
    }
    return rows
  }

  private mutating func points() throws(DataError) -> [SIMD2<Double>] {
    try find("nodes=[")
    var points: [SIMD2<Double>] = []
    while try next(of: "[]") == UInt8(ascii: "[") {
      let latitude = try number()
      try expect(UInt8(ascii: ","))
      let longitude = try number()
      try expect(UInt8(ascii: "]"))
      guard abs(latitude) <= 90, abs(longitude) <= 180 else { throw damaged }
      points.append(SIMD2(longitude, latitude))
    }
    return points
  }

  private var damaged: DataError { DataError(.badData, "a damaged network at byte \(at)") }

  /// The next byte that is no space; 0 at the end.
  private var peek: UInt8 {
    mutating get {
      while at < bytes.count, bytes[at] == UInt8(ascii: " ") { at += 1 }
      return at < bytes.count ? bytes[at] : 0
    }
  }

  private mutating func find(_ words: String) throws(DataError) {
    guard let end = Search.end(of: Array(words.utf8), in: bytes, from: at) else { throw damaged }
    at = end
  }

  private mutating func expect(_ byte: UInt8) throws(DataError) {
    guard peek == byte else { throw damaged }
    at += 1
  }

  /// One of two bytes, commas between them passed over.
  private mutating func next(of bytes: String) throws(DataError) -> UInt8 {
    while peek == UInt8(ascii: ",") { at += 1 }
    let byte = peek
    guard bytes.utf8.contains(byte) else { throw damaged }
    at += 1
    return byte
  }

  /// A decimal number of at most fifteen digits, which a division makes exactly.
  private mutating func number() throws(DataError) -> Double {
    var (digits, scale, count, isFraction) = (0, 1.0, 0, false)
    let isNegative = peek == UInt8(ascii: "-")
    if isNegative { at += 1 }
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits = digits * 10 + Int(bytes[at] - UInt8(ascii: "0"))
        count += 1
        if isFraction { scale *= 10 }
      case UInt8(ascii: ".") where !isFraction: isFraction = true
      default:
        guard count > 0 else { throw damaged }
        return (isNegative ? -1 : 1) * Double(digits) / scale
      }
      guard count <= 15 else { throw damaged }
      at += 1
    }
    throw damaged
  }
}
