import Datasets
import Foundation
import Geodesy
import Quantities
import Reports
import Scenarios
import TestSupport
import Testing
import Theatre
import Vedette
import Warnings

/// The scenario that is shipped, over bare ground so that no data pack is needed.
@Suite struct ShippedTests {
  static let scenario = Result {
    try Scenario(path: repository.appendingPathComponent("Scenarios/belarus-2026").path)
  }

  @Test func isReadWithoutAWarning() throws {
    let scenario = try Self.scenario.get()
    #expect(scenario.warnings.isEmpty)
    #expect(scenario.theatre.postures.map(\.id) == ["2021", "2026-garrison", "2026-forward"])
    #expect(scenario.theatre.places.count >= 40)
    let countries = Set(scenario.theatre.places.map(\.country))
    #expect(countries == ["PL", "LT", "LV", "EE", "UA"])
    #expect(scenario.theatre.places.allSatisfy { !$0.district.isEmpty })
    #expect(scenario.theatre.trials.count >= 3)
  }

  /// No Ukrainian sensor or defence is in the shipped scenario.
  @Test func ukraineIsReported() throws {
    let theatre = try Self.scenario.get().theatre
    #expect(theatre.sites.values.allSatisfy { $0.country != "UA" })
    #expect(theatre.chain(of: "UA").net == .reported && theatre.chain(of: "PL").net == .tracks)
  }

  /// Every figure is explained down to inputs, claims and sources, or says what it rests on instead.
  @Test func everyFigureIsExplained() async throws {
    let analysis = analysis(try Self.scenario.get())
    let results = try await analysis.results(.draws(4), seed: 1)
    let claims = Dictionary(uniqueKeysWithValues: results.claims.map { ($0.id, $0) })
    let sources = Set(results.sources.map(\.id))
    let inputs = Dictionary(uniqueKeysWithValues: results.inputs.map { ($0.address, $0) })
    var walked: Set<[Address]> = []
    for figure in results.figures {
      let reached = figure.draws > 0 && !figure.inputs.isEmpty
      guard walked.insert(figure.inputs).inserted, reached else { continue }
      for address in figure.inputs {
        let input = try #require(inputs[address], "\(figure.id): \(address)")
        for component in input.law.components {
          guard let id = component.claim else { continue }
          let claim = try #require(claims[id], "\(address): \(id)")
          if let source = claim.source { #expect(sources.contains(source)) }
        }
      }
      let explanation = try #require(Explanation(figure.id, in: results))
      let text = explanation.lines.joined(separator: "\n")
      for address in figure.inputs { #expect(text.contains(address.description)) }
      #expect(text.contains("rests on no source, F6") || text.contains("B"))
    }
    #expect(walked.count > 50)
    #expect(Explanation("tactical/nowhere/warning/2021/median", in: results) == nil)
    let near = Explanation.suggestions("tactical/vilnus/warning/2021/median", in: results)
    #expect(near.first == "tactical/vilnius/warning/2021/median")
  }

  /// Published geodesic distances of the facts, recomputed: Asipovichy–Warsaw is beyond 500 km,
  /// Chernyakhovsk–Warsaw 272 km, within 1 % for great circles against geodesics.
  @Test func distancesAreThePublishedOnes() throws {
    let theatre = try Self.scenario.get().theatre
    func kilometres(_ site: String, _ place: String) -> Double {
      let a = theatre.sites[site]!.position
      let b = theatre.places.first { $0.id == place }!.position
      return Geodesic.distance(from: a, to: b).kilometres
    }
    let published: [(String, String, Double)] = [
      ("chernyakhovsk", "warsaw", 272), ("asipovichy", "warsaw", 526),
      ("asipovichy", "vilnius", 267),
      ("brest", "warsaw", 185), ("hrodna", "bialystok", 75), ("luga", "tallinn", 301),
      ("asipovichy", "kyiv", 343), ("mazyr", "kyiv", 199),
    ]
    for (site, place, distance) in published {
      #expect(abs(kilometres(site, place) / distance - 1) < 0.01, "\(site)–\(place)")
    }
  }

  @Test func reviewFindsTheTriple() throws {
    let review = Review(try Self.scenario.get())
    #expect(
      review.contradictions.contains {
        $0.contains("no free arc satisfies range, apogee and peak speed together")
          && $0.contains("needs 2670 m/s")
      })
    #expect(review.unsourced.contains("alert.region") && review.makers > 0)
  }

  /// The scenario's keys and the schema's are the same words.
  @Test func schemaKnowsTheShippedKeys() throws {
    let text = Schema.json(.shipped).text
    for key in [
      "alliance", "postures", "questions", "channels", "needs", "trials", "reported",
      "mean_speed", "anchor_range", "cue_availability", "as_of", "falls_by",
    ] {
      #expect(text.contains("\"\(key)\":"), "\(key)")
    }
    #expect((try? JSONSerialization.jsonObject(with: Data(text.utf8))) != nil)
  }
}

/// Comments and decisions that name a test name one that is there.
@Suite struct ReferenceTests {
  @Test func everyNamedTestExists() throws {
    func text(_ folder: String) throws -> String {
      let root = repository.appendingPathComponent(folder)
      let names = try FileManager.default.subpathsOfDirectory(atPath: root.path)
      return try names.filter { $0.hasSuffix(".swift") || $0.hasSuffix(".md") }
        .map { try String(contentsOf: root.appendingPathComponent($0), encoding: .utf8) }.joined()
    }
    let (sources, tests) = (try text("Sources") + text("docs"), try text("Tests"))
    let named = sources.matches(of: #/`([A-Za-z]+Tests)\.([A-Za-z]+)`/#)
    #expect(named.count > 8)
    for match in named {
      #expect(tests.contains("struct \(match.output.1)"), "\(match.output.0)")
      #expect(tests.contains("func \(match.output.2)("), "\(match.output.0)")
    }
  }
}

@Suite struct CaseTests {
  @Test func everyCasePasses() throws {
    let rows = try Cases.rows(path: repository.appendingPathComponent("Cases").path)
    #expect(rows.count >= 30)
    for row in rows {
      #expect(
        row.passes, "\(row.subject) \(row.given): published \(row.expected), ours \(row.computed)")
    }
    #expect(Cases.untested(rows).isEmpty)
  }
}
