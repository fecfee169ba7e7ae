import Datasets
import Findings
import Foundation
import Kernels
import Quantities
import Reports
import Scenarios
import Tactical
import TestSupport
import Testing
import Theatre
import Validation
import Vedette
import Warnings

/// A scenario without data layers: bare ground, no borders.
func analysis(_ scenario: Scenario) -> Analysis {
  Analysis(
    scenario, environment: Environment(terrain: nil, refractivity: nil, borders: [:]), data: [])
}

func island(_ replaced: [String: String] = [:]) throws -> Analysis {
  analysis(try Scenario(id: "island", files: Island.files(replaced)))
}

/// The folder of the repository.
let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()

@Suite struct AnalysisTests {
  /// The same seed gives the same bytes of results.json for 1 and 2 threads, blocks of 64 and 256.
  @Test func sameBytesForAnyThreadsAndBlocks() async throws {
    let island = try island()
    let reference = ResultsFile.answer(
      try await island.results(.draws(256), seed: 3, block: 256, threads: 1))
    for (block, threads) in [(64, 2), (256, 2), (64, 1)] {
      let other = ResultsFile.answer(
        try await island.results(.draws(256), seed: 3, block: block, threads: threads))
      #expect(other == reference, "block \(block), \(threads) threads")
    }
    let other = ResultsFile.answer(try await island.results(.draws(256), seed: 4, threads: 1))
    #expect(other != reference)
  }

  /// A trial on a class that no posture has cannot be asked, and says so; laws that a posture sets are
  /// explained under that posture.
  @Test func whatCannotBeAskedIsNotAnswered() async throws {
    let text = Island.scenario.replacing(
      "holds: {quantity: warning,", with: "holds: {quantity: warning, threat: ground-radar,")
    let results = try await island(["scenario.yaml": text]).results(.draws(64), seed: 1)
    #expect(results.figures[id: results.trials[0].figure]?.estimate.value == nil)
    let tense = try #require(
      Explanation("tactical/port/warning.quasi-ballistic/tense/median", in: results))
    let decision = "alert.decision"
    #expect(tense.inputs.contains { $0.address == decision && $0.posture == "tense" })
    let calm = try #require(
      Explanation("tactical/port/warning.quasi-ballistic/calm/median", in: results))
    #expect(calm.inputs.contains { $0.address == decision && $0.posture == nil })
  }

  @Test func untilStopsAtItsError() async throws {
    let island = try island()
    func widest(_ results: Results) -> Double {
      results.figures.filter {
        $0.id.quantity == TacticalFigures.warning && $0.id.threat != nil
          && $0.id.statistic == .median && !$0.id.setting.isChange && $0.estimate.value != nil
          && $0.id.subject != .country("IS")
      }.map { $0.estimate.halfWidth ?? .infinity }.max() ?? 0
    }
    let start = try await island.results(.draws(256), seed: 1)
    let error = widest(start)
    #expect(error > 0.2)
    // a tenth below what the first draws leave: at least one doubling, and no more draws than needed
    let target = 0.9 * error
    let results = try await island.results(.until(target), seed: 1)
    #expect(results.run.draws > 256)
    #expect(widest(results) <= target)
    let before = try await island.results(.draws(results.run.draws / 2), seed: 1)
    #expect(widest(before) > target)
  }

  /// The reviewed ladder of the island. VEDETTE_RECORD=1 rewrites it.
  @Test func goldenLadder() async throws {
    let island = try island()
    let results = try await island.results(.draws(256), seed: 1)
    let ladder = Ladder(
      results: results, theatre: island.scenario.theatre,
      classes: island.scenario.theatre.classesOfThreat)
    let text = island.scenario.theatre.places.map { LadderText(ladder, of: $0).text }
      .joined(separator: "\n")
    let file = repository.appendingPathComponent("Tests/VedetteTests/Golden/island.txt")
    if ProcessInfo.processInfo.environment["VEDETTE_RECORD"] == "1" {
      try Files.write(text, to: file)
    }
    #expect(String(decoding: try Files.read(file), as: UTF8.self) == text)
  }

  /// No figure holds what model §13 forbids; none is NaN or infinite.
  @Test func figuresKeepTheLimits() async throws {
    let results = try await island().results(.draws(64), seed: 1)
    for figure in results.figures {
      #expect(figure.id.quantity.mayBePublished)
      for number in [figure.estimate.value, figure.estimate.low, figure.estimate.high] {
        #expect(number?.isFinite ?? true)
      }
    }
    let json = ResultsFile.answer(results).lowercased()
    for word in ["\"nan", ":nan", ":inf", "azimuth", "burnout", "aim_point", "waypoint"] {
      #expect(!json.contains(word), "results.json holds '\(word)'")
    }
    #expect(!TacticalFigures.mark.of("burnout").mayBePublished)
    for name in ["azimuth", "flight-azimuth", "aim-point", "approach-route", "warhead-yield"] {
      let quantity = FigureQuantity(.tactical, name, .number, "What we never tell.")
      #expect(!quantity.mayBePublished, "\(name)")
    }
  }

  /// results.json follows its own schema: every key, every type, nothing more.
  @Test func resultsFollowTheirSchema() async throws {
    let results = try await island().results(.draws(64), seed: 1)
    let record = TrackRecord(
      alerts: .init(inside: 3, of: 4),
      rivals: [(name: "a guess", rival: .init(inside: 1, of: 2), ours: .init(inside: 2, of: 2))])
    let value = try JSONSerialization.jsonObject(
      with: Data(
        ResultsFile.json(
          ResultsDocument(results, record: record, withFigures: true), declared: results.declared
        ).utf8))
    let schema = try JSONSerialization.jsonObject(
      with: Data(ResultsFile.schema(Slices.shipped.map { $0.findings }).text.utf8))
    #expect(SchemaCheck.faults(value, schema, "$").isEmpty)
    let watched = analysis(
      try Scenario(
        id: "island",
        files: Island.watched([
          "a1,2030-01-08,2030-01-09,crew,A crew,380,men,gazette,A,1,,,,2030-02-01"
        ])))
    let more = ResultsFile.answer(try await watched.results(.draws(8), seed: 1))
    let known = try JSONSerialization.jsonObject(with: Data(more.utf8))
    #expect(more.contains("\"look") && SchemaCheck.faults(known, schema, "$").isEmpty)
    var broken = value as! [String: Any]
    broken["seed"] = 1
    broken["extra"] = true
    broken["draws"] = nil
    #expect(SchemaCheck.faults(broken, schema, "$").count == 3)
  }

  /// A place far from its namesake among the towns is doubted; the others are not.
  @Test func swappedCoordinatesAreDoubted() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("vedette-test-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try Files.write(
      "id,name,country,latitude,longitude,population\n1,Port,IS,42.02,12.01,90000\n"
        + "2,Mill,IS,12.5,43.0,8000\n", to: folder.appendingPathComponent("towns.csv"))
    try Files.write(
      #"{"towns":{"version":"1","sha256":"","bytes":1}}"#,
      to: folder.appendingPathComponent("manifest.json"))
    let doubts = try island().scenario.doubts(DataPack(folder: folder))
    #expect(doubts.count == 1)
    #expect(
      doubts[0].hasPrefix("place mill is 4") && doubts[0].hasSuffix("town of that name in IS"))
  }

  @Test func csvHasOneRowAFigure() async throws {
    let results = try await island().results(.draws(64), seed: 1)
    let lines = FiguresFile.csv(results).split(separator: "\n")
    #expect(lines.count == results.figures.count + 1)
    #expect(
      lines.allSatisfy { $0.split(separator: ",", omittingEmptySubsequences: false).count == 13 })
    #expect(Set(results.figures.map(\.id)).count == results.figures.count)
  }
}

/// Enough of JSON Schema 2020-12 for our two schemas.
enum SchemaCheck {
  static func faults(_ value: Any, _ schema: Any, _ path: String) -> [String] {
    guard let schema = schema as? [String: Any] else { return ["\(path): no schema"] }
    var faults: [String] = []
    if let type = schema["type"] {
      let names = (type as? [String]) ?? [type as! String]
      if !names.contains(where: { matches(value, $0) }) { return ["\(path): not \(names)"] }
    }
    if let object = value as? [String: Any] {
      let properties = schema["properties"] as? [String: Any] ?? [:]
      for key in schema["required"] as? [String] ?? [] where object[key] == nil {
        faults.append("\(path): \(key) is missing")
      }
      for (key, member) in object {
        if let inner = properties[key] {
          faults += self.faults(member, inner, "\(path).\(key)")
        } else if let inner = schema["additionalProperties"] {
          if inner as? Bool == false { faults.append("\(path): \(key) is not known") }
          if inner is [String: Any] { faults += self.faults(member, inner, "\(path).\(key)") }
        }
      }
    }
    if let list = value as? [Any], let items = schema["items"] {
      for (index, item) in list.enumerated() {
        faults += self.faults(item, items, "\(path)[\(index)]")
      }
    }
    return faults
  }

  private static func matches(_ value: Any, _ type: String) -> Bool {
    switch type {
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "null": value is NSNull
    case "boolean": (value as? NSNumber).map { isBoolean($0) } ?? false
    case "integer": (value as? NSNumber).map { $0.doubleValue == $0.doubleValue.rounded() } ?? false
    default: value is NSNumber
    }
  }

  private static func isBoolean(_ number: NSNumber) -> Bool {
    String(cString: number.objCType) == "c" || String(cString: number.objCType) == "B"
  }
}
