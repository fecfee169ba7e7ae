internal import Kernels

/// The pack's own files: a line of text that describes what follows, then little-endian singles.
enum Store {
  static let gridMark = "vedette-grid-1"
  static let lineMark = "vedette-lines-1"
  static let networkMark = "vedette-network-1"
  /// The same with the gauge of each link, mm, as the last part.
  static let gaugedMark = "vedette-network-2"

  /// Planes of one shape in one file.
  static func bytes(of grids: [Grid]) -> [UInt8] {
    let g = grids[0]
    var bytes = Array(
      "\(gridMark) \(g.north) \(g.west) \(g.step) \(g.rows) \(g.columns) \(grids.count)\n".utf8)
    for grid in grids { append(grid.values, to: &bytes) }
    return bytes
  }

  static func grids(_ bytes: [UInt8]) throws(DataError) -> [Grid] {
    let (words, start) = try head(bytes, mark: gridMark)
    guard words.count == 6, let north = Double(words[0]), let west = Double(words[1]),
      let step = Double(words[2]), let rows = Int(words[3]), let columns = Int(words[4]),
      let planes = Int(words[5]), [north, west, step].allSatisfy(\.isFinite), step > 0,
      [rows, columns].allSatisfy({ (2...1_000_000).contains($0) }), (1...1_000).contains(planes),
      bytes.count == start + 4 * rows * columns * planes
    else { throw DataError(.badData, "a damaged grid file") }
    return (0..<planes).map { plane in
      Grid(
        north: north, west: west, step: step, rows: rows, columns: columns,
        values: floats(bytes, from: start + 4 * rows * columns * plane, count: rows * columns))
    }
  }

  /// A line is its level, its length, then longitudes and latitudes in turn.
  static func bytes(of lines: [MapLine]) -> [UInt8] {
    var bytes = Array("\(lineMark) \(lines.count)\n".utf8)
    for line in lines {
      append([Float(line.level), Float(line.points.count)], to: &bytes)
      append(line.points.flatMap { [Float($0.x), Float($0.y)] }, to: &bytes)
    }
    return bytes
  }

  static func lines(_ bytes: [UInt8]) throws(DataError) -> [MapLine] {
    let (words, start) = try head(bytes, mark: lineMark)
    guard words.count == 1, let count = Int(words[0]), count >= 0 else {
      throw DataError(.badData, "a damaged line file")
    }
    var lines: [MapLine] = []
    var offset = start
    for _ in 0..<count {
      guard offset + 8 <= bytes.count else { throw DataError(.badData, "a damaged line file") }
      let pair = floats(bytes, from: offset, count: 2)
      guard let level = Int(exactly: pair[0]), let points = Int(exactly: pair[1]), points >= 0,
        points <= (bytes.count - offset - 8) / 8
      else {
        throw DataError(.badData, "a damaged line file")
      }
      let values = floats(bytes, from: offset + 8, count: 2 * points)
      lines.append(
        MapLine(
          level: level,
          points: (0..<points).map {
            SIMD2(Double(values[2 * $0]), Double(values[2 * $0 + 1]))
          }))
      offset += 8 + 8 * points
    }
    return lines
  }

  /// Longitudes and latitudes in turn, lengths of the links, then their nodes as whole numbers, first and last in turn.
  static func bytes(of network: Network) -> [UInt8] {
    let isGauged = network.links.contains { $0.gauge != 0 }
    let mark = isGauged ? gaugedMark : networkMark
    var bytes = Array("\(mark) \(network.points.count) \(network.links.count)\n".utf8)
    append(network.points.flatMap { [Float($0.x), Float($0.y)] }, to: &bytes)
    append(network.links.map { Float($0.length) }, to: &bytes)
    for node in network.links.flatMap({ [$0.first, $0.last] }) {
      withUnsafeBytes(of: node.littleEndian) { bytes.append(contentsOf: $0) }
    }
    if isGauged {
      for link in network.links {
        withUnsafeBytes(of: link.gauge.littleEndian) { bytes.append(contentsOf: $0) }
      }
    }
    return bytes
  }

  /// The nodes that are wanted and the links between them, as if the whole had been read and cut: most of a world is passed over.
  static func network(
    _ bytes: [UInt8], where isWanted: (SIMD2<Double>) -> Bool = { _ in true }
  ) throws(DataError) -> Network {
    let isGauged = bytes.starts(with: gaugedMark.utf8)
    let (words, start) = try head(bytes, mark: isGauged ? gaugedMark : networkMark)
    let limit = 0..<100_000_000
    guard words.count == 2, let nodes = Int(words[0]), let count = Int(words[1]),
      limit.contains(nodes), limit.contains(count),
      bytes.count == start + 8 * nodes + (isGauged ? 14 : 12) * count
    else { throw DataError(.badData, "a damaged network file") }
    let (number, points) = kept(floats(bytes, from: start, count: 2 * nodes), isWanted)
    let lengths = start + 8 * nodes
    var links: [Network.Link] = []
    let isWhole = bytes.withUnsafeBytes { buffer in
      func word(_ offset: Int) -> UInt32 {
        UInt32(littleEndian: buffer.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
      }
      for index in 0..<count {
        let ends = lengths + 4 * count + 8 * index
        let first = Int32(bitPattern: word(ends))
        let last = Int32(bitPattern: word(ends + 4))
        let length = Float(bitPattern: word(lengths + 4 * index))
        guard first >= 0, first < last, last < nodes, length >= 0, length.isFinite else {
          return false
        }
        let (from, to) = (number[Int(first)], number[Int(last)])
        guard from >= 0, to >= 0 else { continue }
        let gauge =
          isGauged
          ? Int16(
            littleEndian: buffer.loadUnaligned(
              fromByteOffset: lengths + 12 * count + 2 * index, as: Int16.self)) : 0
        links.append(Network.Link(from, to, length: Double(length), gauge: gauge))
      }
      return true
    }
    guard isWhole else { throw DataError(.badData, "a damaged network file") }
    return Network(points: points, links: links)
  }

  /// New numbers of the nodes that are wanted, −1 for the others, and their points.
  private static func kept(
    _ values: [Float], _ isWanted: (SIMD2<Double>) -> Bool
  ) -> (number: [Int32], points: [SIMD2<Double>]) {
    var number = [Int32](repeating: -1, count: values.count / 2)
    var points: [SIMD2<Double>] = []
    for index in number.indices {
      let point = SIMD2(Double(values[2 * index]), Double(values[2 * index + 1]))
      guard isWanted(point) else { continue }
      number[index] = Int32(points.count)
      points.append(point)
    }
    return (number, points)
  }

  private static func head(
    _ bytes: [UInt8], mark: String
  ) throws(DataError) -> (words: [Substring], start: Int) {
    guard let end = bytes.prefix(200).firstIndex(of: 10) else {
      throw DataError(.badData, "not a \(mark) file")
    }
    let words = String(decoding: bytes[..<end], as: UTF8.self).split(separator: " ")
    guard words.first == Substring(mark) else { throw DataError(.badData, "not a \(mark) file") }
    return (Array(words.dropFirst()), end + 1)
  }

  private static func append(_ values: [Float], to bytes: inout [UInt8]) {
    bytes.reserveCapacity(bytes.count + 4 * values.count)
    for value in values {
      withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
    }
  }

  private static func floats(_ bytes: [UInt8], from offset: Int, count: Int) -> [Float] {
    bytes.withUnsafeBytes { buffer in
      (0..<count).map {
        Float(
          bitPattern: UInt32(
            littleEndian: buffer.loadUnaligned(fromByteOffset: offset + 4 * $0, as: UInt32.self)))
      }
    }
  }
}

/// A line or ring of a map layer.
public struct MapLine: Sendable {
  /// GSHHG's levels for shores (1 coast, 2 lake, 3 island in a lake, 4 pond), 0 elsewhere.
  public let level: Int
  /// Longitude and latitude, degrees.
  public let points: [SIMD2<Double>]

  public init(level: Int, points: [SIMD2<Double>]) { (self.level, self.points) = (level, points) }
}
