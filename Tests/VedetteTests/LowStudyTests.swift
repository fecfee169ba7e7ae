import Datasets
import Findings
import Foundation
import Geodesy
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

/// The island with a border, drones across the sea, and a listener or none.
private func lowIsland(_ replaced: [String: String] = [:]) throws -> Analysis {
  let scenario = Island.scenario
    .replacingOccurrences(of: "far-brigade]\n  tense", with: "far-brigade, drones]\n  tense")
    .replacingOccurrences(of: "{add: drones}", with: "{move: drones, to: spit}")
  var texts = [
    "scenario.yaml": scenario,
    "catalogue/arms.yaml": Island.catalogue.replacingOccurrences(
      of: "altitude: {law: choice, values: [100 m, 2000 m], weights: [1, 1]}",
      with: "altitude: 100 m"),
  ]
  texts.merge(replaced) { $1 }
  let land = Polygon(rings: [
    [SIMD2(11.0, 41.2), SIMD2(13.2, 41.2), SIMD2(13.2, 43.6), SIMD2(11.0, 43.6), SIMD2(11.0, 41.2)]
  ])
  let towns = [
    Environment.Town(
      name: "Port", country: "IS", position: Position(42, 12), population: 90_000),
    Environment.Town(
      name: "Mill", country: "IS", position: Position(43, 12.5), population: 20_000),
  ]
  return Analysis(
    try Scenario(id: "island", files: Island.files(texts)),
    environment: Environment(
      terrain: nil, refractivity: nil, borders: ["IS": land], towns: towns), data: [])
}

private func lowLevel(
  _ analysis: Analysis, postures: [String], spacing: Length = .kilometres(5)
) async throws -> Results.LowLevel {
  let study = try #require(analysis.lowStudy(postures, spacing: spacing))
  return try await study.lowLevel(threads: 2) { _, _ in }
}

@Suite struct LowStudyTests {
  /// The bright end never leaves less than the dark one, nor a further net less than none; with the
  /// radar off, nothing of what is within reach is alerted.
  @Test func moreLightNeverLeavesLess() async throws {
    let low = try await lowLevel(try lowIsland(), postures: ["calm", "blind"])
    func left(_ posture: String, _ variant: String) throws -> [Int] {
      try #require(low.map(posture, "one-way-drone", variant)).left.map(\.rank)
    }
    for posture in ["calm", "blind"] {
      let dark = try left(posture, "darkest")
      for (variant, name) in [
        (try left(posture, "brightest"), "brightest"),
        (try left(posture, "darkest-with-net"), "net"),
      ] {
        for (a, b) in zip(dark, variant) { #expect(a <= b, "\(posture) \(name)") }
      }
    }
    let blind = try left("blind", "darkest")
    #expect(blind.allSatisfy { $0 == -1 || $0 == .max } && blind.contains(-1))
    let calm = try left("calm", "darkest")
    #expect(calm.contains { $0 > 0 && $0 < .max })
  }

  /// A drone of 50 m/s in a wind of at most some 20 m/s towards a radar on flat ground: from the edge of
  /// what it lights to the radar itself, less τ and the alert. Between the bounds of speed and horizon,
  /// and a cell of 5 km and a hexagon of 25 km that count from their nearest point.
  @Test func towardsTheRadarItself() async throws {
    let analysis = try lowIsland()
    let low = try await lowLevel(analysis, postures: ["calm"])
    let radar = SIMD2(12.4, 43.2)
    let hexagon = try #require(
      low.hexagons.indices.min {
        func apart(_ i: Int) -> Double {
          let corners = low.hexagons[i].corners
          let middle = corners.reduce(SIMD2(0, 0), +) / Double(corners.count)
          let d = (middle - radar) * SIMD2(0.73, 1)
          return (d * d).sum()
        }
        return apart($0) < apart($1)
      })
    let map = try #require(low.map("calm", "one-way-drone", "darkest"))
    guard case .minutes(let minutes) = map.left[hexagon] else {
      Issue.record("no minutes at the radar")
      return
    }
    // mast 12 m, target 100 m, 1.18 ≤ k ≤ 1.7, hill up to 37 m
    let (near, far) = (
      Radar.horizon(antenna: 12, target: 100, k: 1.18),
      Radar.horizon(antenna: 49, target: 100, k: 1.7)
    )
    // the hexagon's nearest point is up to 15 km nearer; border rule: 43.2° N is 30 km from the coast in
    // the north, 60 km in the east
    let longest = min(far, 70_000) / 50 / 60
    let shortest = (min(near, 30_000) - 20_000) / 75 / 60 - 2.5
    #expect(Double(minutes) <= longest && Double(minutes) >= max(0, shortest), "\(minutes)")
  }

  /// What leaves the program speaks of hexagons: the results, the figures and the cache hold nothing by
  /// point of the plane.
  @Test func nothingFinerLeavesTheProgram() async throws {
    let analysis = try lowIsland()
    let results = try await analysis.results(.draws(16), seed: 1)
    let low = try #require(results.annex(Results.LowLevel.self))
    #expect(low.width >= 10)
    for map in low.maps { #expect(map.left.count == low.hexagons.count) }
    let json = ResultsFile.answer(results)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let written = try #require(
      ((object["annexes"] as? [String: Any])?["lowLevel"] as? [[String: Any]])?.first)
    #expect(
      Set(written.keys) == ["widthKilometres", "smoothEarth", "hexagons", "maps", "gaps"])
    let maps = try #require(written["maps"] as? [[String: Any]])
    for map in maps {
      #expect(Set(map.keys) == ["posture", "class", "variant", "minutes"])
      let minutes = try #require(map["minutes"] as? [Any])
      #expect(
        minutes.count == low.hexagons.count && minutes.allSatisfy { $0 is NSNull || $0 is Int })
    }
    for word in ["route", "approach", "path", "predecessor", "waypoint", "azimuth"] {
      #expect(!json.lowercased().contains("\"\(word)"), "\(word)")
    }
    for figure in results.figures where figure.id.quantity == LowFigures.warning {
      if let value = figure.estimate.value {
        #expect(value.truncatingRemainder(dividingBy: 60) == 0)
      }
    }
  }

  /// Shares of people are cumulative, and those never alerted are among those under any bound.
  @Test func sharesAreCumulative() async throws {
    let results = try await lowIsland().results(.draws(16), seed: 1)
    for variant in ["darkest", "brightest", "darkest-with-net"] {
      let shares = try ["unalerted", "under-5", "under-10", "under-20"].map { name in
        try #require(
          results.figure("tactical/alliance/low-\(name).one-way-drone/calm/\(variant)")?.estimate
            .value)
      }
      #expect(shares == shares.sorted() && shares.allSatisfy { (0...1).contains($0) })
    }
  }

  /// The same bytes whatever the number of tasks.
  @Test func sameForAnyThreads() async throws {
    let study = try #require(try lowIsland().lowStudy(["calm"], spacing: .kilometres(8)))
    let one = try await study.lowLevel(threads: 1) { _, _ in }
    let many = try await study.lowLevel(threads: 7) { _, _ in }
    #expect(one == many)
  }

  /// Below 300 m nothing is told point by point; above, a higher target is never seen less, and the
  /// second lowest floor is nowhere below the lowest.
  @Test func floorsAndCoverage() async throws {
    let study = try #require(
      try lowIsland().lowStudy(["calm", "tense", "blind"], spacing: .kilometres(10)))
    let net = try await study.netFloor(posture: "calm", rank: 1, threads: 2) { _, _ in }
    #expect(net.isSmooth && net.sensors == ["north-radar"] && net.faults == [])
    #expect(net.told.allSatisfy { $0 >= 300 })
    let (low, high) = (net.covered(at: 300), net.covered(at: 3_000))
    #expect(zip(low, high).allSatisfy { !$0 || $1 })
    let counts = (low.filter(\.self).count, high.filter(\.self).count)
    #expect(counts.0 > 0 && counts.1 > counts.0)
    // horizon of 300 m over a mast of some 30 m: π r² within a fifth
    let r = Radar.horizon(antenna: 30, target: 300, k: 1.35)
    let area = Double(counts.0) * 1e8
    #expect(abs(area - .pi * r * r) < 0.2 * .pi * r * r, "\(area)")
    let second = try await study.netFloor(posture: "calm", rank: 2, threads: 2) { _, _ in }
    #expect(second.told.allSatisfy { $0 == .infinity })
    #expect(net.shares(at: 50).allSatisfy { (0...1).contains($0.share) })
    await #expect(processExitsWith: .failure) {
      let study = try! lowIsland().lowStudy(["calm", "tense", "blind"], spacing: .kilometres(20))!
      let net = try! await study.netFloor(posture: "calm", rank: 1, threads: 1) { _, _ in }
      _ = net.covered(at: 299)
    }
  }

  /// Layers for a map: closed rings against the clock, one feature a hexagon, a style that names each
  /// class of its field; holes add up to what is not covered.
  @Test func layersForMaps() async throws {
    let analysis = try lowIsland()
    let low = try await lowLevel(analysis, postures: ["calm", "blind"])
    let layers = MapLayer.warning(
      low, threat: "one-way-drone", before: "calm", after: "blind", variant: "darkest")
    #expect(layers.map(\.name) == ["before", "after", "change"])
    for layer in layers {
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(layer.features.text.utf8)) as? [String: Any])
      let features = try #require(object["features"] as? [[String: Any]])
      #expect(features.count == low.hexagons.count)
      for feature in features {
        let geometry = try #require(feature["geometry"] as? [String: Any])
        let ring = try #require(geometry["coordinates"] as? [[[Double]]])[0]
        #expect(ring.first == ring.last && ring.count == 7)
        let area = zip(ring, ring.dropFirst()).reduce(0) {
          $0 + $1.0[0] * $1.1[1] - $1.1[0] * $1.0[1]
        }
        #expect(area > 0)
        let own = try #require((feature["properties"] as? [String: Any])?["class"] as? String)
        #expect(own == "out of reach" || layer.style.contains("value=\"\(own)\""))
      }
    }
    let study = try #require(
      analysis.lowStudy(["calm", "tense", "blind"], spacing: .kilometres(10)))
    let net = try await study.netFloor(posture: "calm", rank: 1, threads: 2) { _, _ in }
    let covered = net.covered(at: 300)
    let coverage = MapLayer.coverage(
      net.plane, covered, countryOf: net.countryOf, towns: analysis.towns)
    let open = net.countryOf.keys.filter { !covered[$0] }.count
    let holes = coverage.layers[1].features.features
    let area = holes.reduce(0.0) { sum, hole in
      guard case .number(let value)? = hole.properties.first(where: { $0.0 == "area_km2" })?.1
      else {
        return sum
      }
      return sum + value
    }
    #expect(abs(area - Double(open) * 100) < 1e-6)
  }

  /// A ridge of 600 m between the radar and where drones come from, against flat ground, both at three
  /// seconds of arc: nowhere more is left, and somewhere less. A second run reads its floors from the
  /// cache and finds the same.
  @Test func aRidgeHidesWhatComes() async throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("vedette-test-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    func terrain(_ name: String, ridge: Float) throws -> Terrain {
      let (rows, columns, step) = (1_200, 1_800, 1.0 / 1_200)
      let header = TiledGrid.Header(
        rows: rows, columns: columns, crs: "EPSG:4326",
        transform: [11.9, step, 0, 43.7, 0, -step], origin: [])
      let url = folder.appendingPathComponent("\(name).tiles")
      _ = try TiledGrid.write(header, to: url) { band in
        band.flatMap { _ in
          // at 12.75° E, two kilometres wide
          (0..<columns).map { (1_005..<1_035).contains($0) ? ridge : 20 }
        }
      }
      return try #require(Terrain(try TiledGrid(url), name: name))
    }
    func study(_ terrain: Terrain, _ cache: Cache?) async throws -> Results.LowLevel {
      let scenario = Island.scenario
        .replacingOccurrences(
          of: "{south: 40, west: 10, north: 44, east: 16}",
          with: "{south: 42.8, west: 12, north: 43.6, east: 13.2}"
        )
        .replacingOccurrences(of: "far-brigade]\n  tense", with: "far-brigade, drones]\n  tense")
        .replacingOccurrences(
          of: "present: [north-radar, far-brigade]",
          with: "present: [north-radar, far-brigade, drones]")
      let own = Analysis(
        try Scenario(
          id: "island",
          files: Island.files([
            "scenario.yaml": scenario,
            "catalogue/arms.yaml": Island.catalogue.replacingOccurrences(
              of: "altitude: {law: choice, values: [100 m, 2000 m], weights: [1, 1]}",
              with: "altitude: 150 m"),
          ])),
        environment: Environment(
          terrain: terrain, refractivity: nil,
          borders: [
            "IS": Polygon(rings: [
              [SIMD2(11.9, 42.7), SIMD2(13, 42.7), SIMD2(13, 43.7), SIMD2(11.9, 43.7)]
            ])
          ]), data: [], cache: cache)
      return try await lowLevel(own, postures: ["calm"], spacing: .kilometres(3))
    }
    let cache = Cache(folder.appendingPathComponent("cache"))
    let flat = try await study(terrain("flat", ridge: 20), nil)
    let ridge = try await study(terrain("ridge", ridge: 600), cache)
    #expect(!flat.isSmooth)
    let (a, b) = (
      try #require(flat.map("calm", "one-way-drone", "brightest")).left.map(\.rank),
      try #require(ridge.map("calm", "one-way-drone", "brightest")).left.map(\.rank)
    )
    for (flat, ridge) in zip(a, b) { #expect(ridge <= flat) }
    #expect(zip(a, b).contains { $1 < $0 })
    let entries = try FileManager.default.contentsOfDirectory(atPath: cache.folder.path)
    #expect(entries.count == 2 && entries.allSatisfy { $0.hasSuffix(".entry") })
    let again = try await study(terrain("ridge", ridge: 600), cache)
    #expect(again == ridge)
  }

  @Test func aScenarioWithoutABorderHasNone() async throws {
    #expect(try island().lowStudy(["calm"]) == nil)
    let results = try await island().results(.draws(16), seed: 1)
    #expect(results.annex(Results.LowLevel.self) == nil)
  }
}
