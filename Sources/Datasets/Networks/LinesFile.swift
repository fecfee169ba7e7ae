public import Foundation
public import Kernels

/// Lines of a map as `vedette-gdal lines` writes them, and the network that they make: lines meet where they have a point in common.
///
/// The first line of the file is `vedette-lines-1`. Each further one is a way: its class, its gauge in mm, its speed in km/h, 1 for a bridge,
/// and longitude and latitude in turn, in whole 1e-7 of a degree. The text is mapped; of points that are no nodes nothing stays.
public struct LinesFile: Sendable {
  /// What was found, for who brought it.
  public struct Summary: Sendable {
    /// Ways and metres by class, and by gauge in mm (0 where nobody says).
    public internal(set) var classes: [String: (ways: Int, length: Double)] = [:]
    public internal(set) var gauges: [Int: Double] = [:]
    /// Ways with a speed, and the least and the greatest of them, km/h.
    public internal(set) var speeds: (ways: Int, least: Int, most: Int) = (0, .max, 0)
    public internal(set) var bridges = 0
  }

  public let network: Network
  public let summary: Summary

  static let mark = "vedette-lines-1"

  public init(_ url: URL) throws(DataError) {
    let file = try MappedFile(url)
    let buffer = UnsafeRawBufferPointer(start: file.base, count: file.count)
    var maker = NetworkMaker()
    var reader = WayReader(buffer)
    var isWhole = reader.begin()
    if isWhole {
      while let way = reader.next() { maker.count(way) }
      isWhole = reader.isAtEnd
    }
    if isWhole {
      maker.findNodes()
      reader = WayReader(buffer)
      _ = reader.begin()
      while let way = reader.next() { maker.add(way) }
    }
    // the pages stay until all is read
    withExtendedLifetime(file) {}
    guard isWhole else { throw DataError(.badData, "\(url.path): a damaged file of lines") }
    guard !maker.links.isEmpty else {
      throw DataError(.badData, "no line of a class that is wanted; none makes no network")
    }
    network = Network(points: maker.points, links: maker.links)
    summary = maker.summary
  }
}

/// One way of the file.
private struct Way {
  var kind = ""
  var gauge = 0, speed = 0
  var isBridge = false
  /// Longitude and latitude in turn, 1e-7 of a degree.
  var points: [Int32] = []

  func key(_ index: Int) -> UInt64 {
    UInt64(UInt32(bitPattern: points[2 * index])) << 32
      | UInt64(UInt32(bitPattern: points[2 * index + 1]))
  }

  func place(_ index: Int) -> SIMD2<Double> {
    SIMD2(Double(points[2 * index]), Double(points[2 * index + 1])) / 1e7
  }

  var count: Int { points.count / 2 }
}

/// Ways one after the other.
private struct WayReader {
  private let bytes: UnsafeRawBufferPointer
  private var at = 0
  private(set) var isAtEnd = false
  private var way = Way()

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  mutating func begin() -> Bool {
    let mark = Array((LinesFile.mark + "\n").utf8)
    guard bytes.count >= mark.count, bytes.prefix(mark.count).elementsEqual(mark) else {
      return false
    }
    at = mark.count
    return true
  }

  /// Nil at the end, and where the text is something else.
  mutating func next() -> Way? {
    guard at < bytes.count else {
      isAtEnd = true
      return nil
    }
    let start = at
    while at < bytes.count, bytes[at] != 32, bytes[at] != 10 { at += 1 }
    way.kind = String(decoding: bytes[start..<at], as: UTF8.self)
    guard let gauge = number(), let speed = number(), let bridge = number() else { return nil }
    (way.gauge, way.speed, way.isBridge) = (gauge, speed, bridge == 1)
    way.points.removeAll(keepingCapacity: true)
    while at < bytes.count, bytes[at] == 32 {
      guard let value = number(), let point = Int32(exactly: value) else { return nil }
      way.points.append(point)
    }
    guard at < bytes.count, bytes[at] == 10, way.points.count % 2 == 0, way.count > 1 else {
      return nil
    }
    at += 1
    return way
  }

  /// A whole number after a space.
  private mutating func number() -> Int? {
    guard at < bytes.count, bytes[at] == 32 else { return nil }
    at += 1
    let isNegative = at < bytes.count && bytes[at] == UInt8(ascii: "-")
    if isNegative { at += 1 }
    var (value, digits) = (0, 0)
    while at < bytes.count, bytes[at] &- 48 < 10, digits < 12 {
      value = value * 10 + Int(bytes[at] &- 48)
      (at, digits) = (at + 1, digits + 1)
    }
    return digits > 0 ? (isNegative ? -value : value) : nil
  }
}

/// Nodes where ways end or meet, and links between them.
private struct NetworkMaker {
  private(set) var points: [SIMD2<Double>] = []
  private(set) var links: [Network.Link] = []
  private(set) var summary = LinesFile.Summary()
  /// Every point that is passed, as often as it is, an end once more: a node is there more than once.
  private var passed: [UInt64] = []
  private var meeting: Set<UInt64> = []
  private var nodes: [UInt64: Int32] = [:]

  mutating func count(_ way: Way) {
    passed += (0..<way.count).map(way.key)
    passed += [way.key(0), way.key(way.count - 1)]
  }

  /// After all ways have been counted, before the first is added: eight bytes a point are held until then.
  mutating func findNodes() {
    passed.sort()
    for (one, next) in zip(passed, passed.dropFirst()) where one == next { meeting.insert(one) }
    passed = []
  }

  mutating func add(_ way: Way) {
    var (last, length, whole) = (node(way, 0), 0.0, 0.0)
    for index in 1..<way.count {
      let step = Sphere.apart(way.place(index - 1), way.place(index))
      length += step
      whole += step
      guard meeting.contains(way.key(index)) else { continue }
      let next = node(way, index)
      // a loop leads nowhere
      if next != last {
        links.append(Network.Link(last, next, length: length, gauge: Int16(clamping: way.gauge)))
      }
      (last, length) = (next, 0)
    }
    let known = summary.classes[way.kind] ?? (0, 0)
    summary.classes[way.kind] = (known.ways + 1, known.length + whole)
    summary.gauges[way.gauge, default: 0] += whole
    if way.isBridge { summary.bridges += 1 }
    if way.speed > 0 {
      summary.speeds = (
        summary.speeds.ways + 1, min(summary.speeds.least, way.speed),
        max(summary.speeds.most, way.speed)
      )
    }
  }

  private mutating func node(_ way: Way, _ index: Int) -> Int32 {
    let key = way.key(index)
    if let known = nodes[key] { return known }
    let number = Int32(points.count)
    nodes[key] = number
    points.append(way.place(index))
    return number
  }
}
