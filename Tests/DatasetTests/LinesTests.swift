import Datasets
import Foundation
import Kernels
import Testing

/// Lines of a map become a network: where they meet, how long they are, and what is said of them.
@Suite struct LinesTests {
  private func inFolder<Value>(_ body: (URL) throws -> Value) throws -> Value {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("vedette-lines-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }

  private func lines(_ text: String) throws -> LinesFile {
    try inFolder { folder in
      let file = folder.appendingPathComponent("a.lines")
      try Data(text.utf8).write(to: file)
      return try LinesFile(file)
    }
  }

  /// A line from west to east with a bend, one that leaves it at the bend, one beside it that never meets it. On the equator 0.01° is 1.1119 km.
  private static let text = """
    vedette-lines-1
    primary 0 90 0 0 0 100000 0 200000 0
    secondary 0 0 1 100000 0 100000 100000
    secondary 0 50 0 0 300000 100000 300000

    """

  @Test func linesMeetWhereTheyHaveAPointInCommon() throws {
    let lines = try lines(Self.text)
    #expect(lines.network.points.count == 6 && lines.network.links.count == 4)
    #expect(lines.network.parts.max() == 1)
    // on a sphere of the mean radius 0.01° is 1 111.95 m
    #expect(lines.network.links.allSatisfy { abs($0.length - 1_111.95) < 0.5 })
    #expect(lines.summary.classes["secondary"]?.ways == 2 && lines.summary.bridges == 1)
    #expect(lines.summary.speeds.ways == 2 && lines.summary.speeds.least == 50)
  }

  /// A point that nobody else passes is no node: its way goes on.
  @Test func bendsAreNoNodes() throws {
    let lines = try lines("vedette-lines-1\nrail 1520 0 0 0 0 0 100000 0 200000\n")
    #expect(lines.network.points.count == 2 && lines.network.links.count == 1)
    #expect(abs(lines.network.links[0].length - 2_223.9) < 1)
    #expect(lines.network.links[0].gauge == 1_520 && lines.summary.gauges.keys.sorted() == [1_520])
  }

  @Test(arguments: [
    "", "vedette-lines-2\n", "vedette-lines-1\n", "vedette-lines-1\nrail 0 0 0 1 1\n",
    "vedette-lines-1\nrail 0 0 0 1 1 2\n", "vedette-lines-1\nrail 0 0 0 1 1 2 2",
    "vedette-lines-1\nrail 0 0 x 1 1 2 2\n", "vedette-lines-1\nrail 0 0 0 99999999999 1 2 2\n",
  ])
  func whatIsNoFileOfLinesIsRefused(_ text: String) {
    #expect(throws: DataError.self) { try lines(text) }
  }

  /// Kept and read again, whole and as far as it is wanted, gauges and all.
  @Test func aNetworkIsKeptUnderItsName() throws {
    let network = Network(
      points: [SIMD2(10, 50), SIMD2(11, 50), SIMD2(12, 50), SIMD2(13, 50)],
      links: [
        .init(0, 1, length: 1, gauge: 1_435), .init(1, 2, length: 2, gauge: 1_520),
        .init(2, 3, length: 3),
      ])
    try inFolder { folder in
      let pack = DataPack(folder: folder)
      try pack.keep(network, as: "railways", "own")
      let whole = try pack.network("railways", named: "own")
      #expect(whole.links == network.links && whole.points == network.points)
      let part = try pack.network("railways", named: "own") { $0.x > 10.5 }
      #expect(part.points.count == 3 && part.links.map(\.length) == [2, 3])
      #expect(part.links.map { [$0.first, $0.last] } == [[0, 1], [1, 2]])
      #expect(part.links.map(\.gauge) == [1_520, 0])
      #expect(throws: DataError.self) { try pack.network("railways", named: "other") }
    }
  }
}
