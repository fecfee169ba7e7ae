import Datasets
import Findings
import Foundation
import Quantities
import Scenarios
import TestSupport
import Testing
import Theatre
import Vedette

/// Ground that nobody knows, and lands that lie where a turn of longitude ends.
@Suite struct GroundTests {
  /// A plateau of 1 000 m over the island at 0.02°, unknown within so many degrees of the radar, or everywhere.
  private static func terrain(unknownWithin degrees: Double) throws -> Terrain {
    let (step, rows, columns) = (0.02, 150, 200)
    let (north, west) = (44.0, 10.5)
    let header = TiledGrid.Header(
      rows: rows, columns: columns, crs: "EPSG:4326", transform: [west, step, 0, north, 0, -step],
      origin: ["made"])
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("vedette-test-\(UUID().uuidString).tiles")
    // the mapping outlives the name
    defer { try? FileManager.default.removeItem(at: file) }
    _ = try TiledGrid.write(header, to: file) { band in
      band.flatMap { row in
        (0..<columns).map { column -> Float in
          let y = north - (Double(row) + 0.5) * step - 43.2
          let x = (west + (Double(column) + 0.5) * step - 12.4) * 0.73
          return (x * x + y * y).squareRoot() < degrees ? .nan : 1_000
        }
      }
    }
    return try #require(Terrain(try TiledGrid(file), name: "made"))
  }

  private static func analysis(_ terrain: Terrain) throws -> Analysis {
    Analysis(
      try Scenario(id: "island", files: Island.files()),
      environment: Environment(terrain: terrain, refractivity: nil, borders: [:]), data: [])
  }

  private static func figures(_ terrain: Terrain) async throws -> [String: Double?] {
    let results = try await analysis(terrain).answer(.everything, .draws(16), seed: 1)
    return Dictionary(
      results.figures.map { ("\($0.id)", $0.estimate.value) }, uniquingKeysWith: { a, _ in a })
  }

  /// A radar over a hole of 8 km in a plateau stands on the plateau: no figure moves by more than a second or a hundredth, and
  /// that is told.
  @Test func aRadarOverAHoleStandsOnTheGroundAround() async throws {
    let (whole, hole) = (
      try Self.terrain(unknownWithin: 0), try Self.terrain(unknownWithin: 0.08)
    )
    #expect(try Self.analysis(whole).doubts.isEmpty)
    let doubt = try #require(try Self.analysis(hole).doubts.first)
    #expect(doubt.hasPrefix("radar 'north-radar' stands on unknown ground; that of "))
    #expect(doubt.hasSuffix(" km away is taken, 1000 m"))
    let (a, b) = (try await Self.figures(whole), try await Self.figures(hole))
    #expect(a.count == b.count)
    for (id, value) in a where !id.hasPrefix("strategic") {
      guard let value, let other = b[id] ?? nil else { continue }
      #expect(abs(value - other) <= 1, "\(id): \(value), \(other)")
    }
  }

  /// A radar of which no ground is known for 20 km is left out: as if it were switched off.
  @Test func aRadarWithoutGroundIsLeftOut() async throws {
    let terrain = try Self.terrain(unknownWithin: 0.4)
    #expect(
      try Self.analysis(terrain).doubts == [
        "radar 'north-radar': no ground is known within 20 km of it; it is left out"
      ])
    let figures = try await Self.figures(terrain)
    let calm = try #require(figures["tactical/port/warning.quasi-ballistic/calm/no-alert"] ?? nil)
    let blind = try #require(figures["tactical/port/warning.quasi-ballistic/blind/no-alert"] ?? nil)
    #expect(calm == blind)
  }

  /// Meridia moved 50° west lies over the antimeridian: no figure moves. Its region is 176° to −172°.
  @Test func aLandOverTheAntimeridianIsTheSame() async throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Scenarios/meridia")
    func files(_ shift: Double) throws -> [TextFile] {
      try Files.texts(under: folder.path, endings: [".yaml", ".csv"]).map { name, bytes in
        var text = String(decoding: bytes, as: UTF8.self)
        if shift != 0 { text = Self.moved(text, by: shift) }
        return TextFile(name: name, bytes: Array(text.utf8))
      }
    }
    func figures(_ shift: Double) async throws -> [String: Double?] {
      let scenario = try Scenario(id: "meridia", files: files(shift))
      #expect(scenario.warnings.isEmpty)
      let pack = DataPack(path: "/nowhere")
      let results = try await Analysis(scenario, pack: pack)
        .answer(.everything, .draws(4), seed: 1)
      return Dictionary(
        results.figures.map { ("\($0.id)", $0.estimate.value) }, uniquingKeysWith: { a, _ in a })
    }
    let (here, there) = (try await figures(0), try await figures(-50))
    #expect(here == there && here.count > 1_000)
  }

  /// The same text with every longitude moved: of a table's column, and of the region.
  private static func moved(_ text: String, by shift: Double) -> String {
    func turned(_ word: Substring) -> String {
      let x = ((Double(word) ?? 0) + shift) * 1_000
      let y = x.rounded() / 1_000
      return "\(y < -180 ? y + 360 : y)"
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let header = lines[0].split(separator: ",", omittingEmptySubsequences: false)
    if let column = header.firstIndex(of: "longitude") {
      return lines.enumerated().map { index, line in
        var cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        guard index > 0, cells.count == header.count else { return String(line) }
        cells[column] = turned(Substring(cells[column]))
        return cells.joined(separator: ",")
      }.joined(separator: "\n")
    }
    return text.replacing("west: -134", with: "west: 176").replacing(
      "east: -122", with: "east: -172")
  }
}
