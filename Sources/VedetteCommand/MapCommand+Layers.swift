import ArgumentParser
import Datasets
import Findings
import Foundation
import Quantities
import Reports
import Scenarios
import Tactical
import Theatre
import Vedette

extension MapCommand {
  /// What the floor and the coverage of a net share.
  struct NetOptions: ParsableArguments, Sendable {
    @Option(help: "Posture; that after the headline's change when left out.") var posture: String?
    @Option(help: "How many radars must see: 1 is the net's floor, 2 the second lowest, …")
    var rank = 1
    @Option(help: "Kilometres between points, from 1.") var cell: Double?

    func validate() throws {
      if !(1...16).contains(rank) { throw ValidationError("--rank \(rank): expected 1 to 16") }
      if let cell, !(1...50).contains(cell) {
        throw ValidationError("--cell \(cell): expected 1 to 50 km")
      }
    }

    @Flag(help: "Sweep again with twice the rays and tell what it changes: the numerical error.")
    var error = false

    func net(
      _ options: Options
    ) async throws -> (analysis: Analysis, posture: String, net: NetFloor, error: Float?) {
      let analysis = try options.analysis()
      let posture = try options.posture(posture, in: analysis)
      let study = try options.study(analysis, [posture], spacing: cell.map { .kilometres($0) })
      let bar = ProgressBar(options.progress)
      let net = try await study.netFloor(
        posture: posture, rank: rank, threads: options.threads
      ) { bar.show("sweeping", $0, $1) }
      let twice =
        error
        ? try await study.netFloor(
          posture: posture, rank: rank, density: 2, threads: options.threads
        ) { bar.show("sweeping again", $0, $1) } : nil
      return (analysis, posture, net, twice.map { net.difference($0) })
    }

    static func notes(_ net: NetFloor, _ error: Float?) -> [String] {
      var notes = [
        "\(net.sensors.count) radars of the posture, antennas and refraction in the middle of their draws",
        "only publicly known long-range radars: a lower bound on what is seen",
      ]
      if let error {
        notes.append(
          "twice the rays move 95 % of the floors by at most \(Json.short(Double(error))) m")
      }
      if net.isSmooth { notes.append("no terrain: a smooth Earth") }
      if net.unknown > 0 {
        notes.append(
          "up to \(Int((net.unknown * 100).rounded(.up))) % of a radar's points lie over unknown ground"
        )
      }
      return notes + net.faults.map { "left out: \($0)" }
    }
  }

  /// `vedette map floor`.
  struct Floor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "How high a target must fly to be in line of sight of the net's radars.",
      discussion: "Metres above the ground by point; heights below 300 m are told as 300.")
    @OptionGroup var options: Options
    @OptionGroup var net: NetOptions

    func run() async throws {
      try await Terminal.run { [self] in
        let (_, posture, floor, error) = try await net.net(options)
        let name = "floor-\(posture)" + (net.rank > 1 ? "-rank-\(net.rank)" : "")
        let files = try MapCommand.write(
          MapRaster(floor.plane, floor.told, unit: "m", origin: "floor of \(posture)"), name,
          style: MapRaster.floorStyle, to: options.out)
        try options.told(files, NetOptions.notes(floor, error))
      }
    }
  }

  /// `vedette map coverage`.
  struct Coverage: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Where the net's radars have a target at a height in line of sight, and the holes.",
      discussion:
        "From 300 m on by point, as raster, areas and holes with the people under them; below, by hexagon only."
    )
    @OptionGroup var options: Options
    @OptionGroup var net: NetOptions
    @Option(help: "Height above the ground, as '300 m'.") var altitude: String

    func run() async throws {
      try await Terminal.run { [self] in
        let height = try MapCommand.height(altitude)
        let (analysis, posture, floor, error) = try await net.net(options)
        let name = "coverage-\(posture)-\(Int(height.metres))m"
        guard height.metres >= Double(NetFloor.leastTold) else {
          let files = try MapCommand.write(
            [MapLayer.shares(floor.hexes, floor.plane, floor.shares(at: height.metres))], name,
            to: options.out)
          try options.told(
            files,
            NetOptions.notes(floor, error) + ["below 300 m by hexagons of 25 km, not by point"])
          return
        }
        let covered = floor.covered(at: height.metres)
        let raster = MapRaster(
          floor.plane, covered.map { $0 ? 1 : 0 }, unit: "", origin: "coverage of \(posture)")
        let layers = MapLayer.coverage(
          floor.plane, covered, countryOf: floor.countryOf, towns: analysis.towns)
        let files =
          try MapCommand.write(raster, name, style: MapRaster.coverageStyle, to: options.out)
          + MapCommand.write(layers.layers, name, to: options.out)
        try options.told(files, NetOptions.notes(floor, error) + layers.notes)
      }
    }
  }

  /// `vedette map warning`.
  struct Warning: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "The least warning of low approaches by hexagon: before, after, change.")
    @OptionGroup var options: Options
    @Option(help: "Class: aircraft, cruise or one-way-drone; each that there is when left out.")
    var threat: String?
    @Option(
      help:
        "Shown: darkest, brightest, darkest-with-net or brightest-with-net; all stand in the fields."
    )
    var variant = "darkest-with-net"
    @Option(help: "Width of the hexagons, km, from 10.") var hexagon = 25.0
    @Option(help: "Kilometres between points, from 1.") var cell: Double?

    func validate() throws {
      if !LowStudy.Variant.allCases.map(\.name).contains(variant) {
        throw ValidationError(
          "--variant \(variant): expected darkest, brightest, darkest-with-net or brightest-with-net"
        )
      }
      if !(10...200).contains(hexagon) {
        throw ValidationError("--hexagon \(hexagon): expected 10 to 200 km; nothing finer is told")
      }
      if let cell, !(1...50).contains(cell) {
        throw ValidationError("--cell \(cell): expected 1 to 50 km")
      }
    }

    func run() async throws {
      try await Terminal.run { [self] in
        let analysis = try options.analysis()
        let question = analysis.scenario.theatre.headline
        let (before, after) = (question.before.value, question.after.value)
        let study = try options.study(
          analysis, [before, after], spacing: cell.map { .kilometres($0) },
          hexes: HexGrid(width: .kilometres(hexagon)))
        let bar = ProgressBar(options.progress)
        let low = try await study.lowLevel(threads: options.threads) {
          bar.show("low approaches", $0, $1)
        }
        let present = Set(low.maps.map(\.threat)).sorted()
        if let threat, !present.contains(threat) {
          throw DataError(
            .badData,
            "no '\(threat)' flies low under \(before) or \(after); there is "
              + present.joined(separator: ", "))
        }
        var files: [String] = []
        for threat in present where self.threat == nil || threat == self.threat {
          files += try MapCommand.write(
            MapLayer.warning(low, threat: threat, before: before, after: after, variant: variant),
            "warning-\(threat)", to: options.out)
        }
        try options.told(
          files,
          [
            "before: \(before); after: \(after); shown: \(variant)",
            "whole minutes from the alert to the arrival, least over each hexagon; −1: arrival first",
            "only publicly known long-range radars: a lower bound on warning",
          ])
      }
    }
  }

  /// A height with its unit.
  static func height(_ text: String) throws -> Length {
    var digits = text.trimmingCharacters(in: .whitespaces)
    var factor = 1.0
    for (unit, metres) in [("km", 1_000.0), ("m", 1)] where digits.hasSuffix(unit) {
      digits = String(digits.dropLast(unit.count)).trimmingCharacters(in: .whitespaces)
      factor = metres
      break
    }
    guard digits.count < text.trimmingCharacters(in: .whitespaces).count,
      let value = Double(digits),
      (0...12_000).contains(value * factor)
    else {
      throw DataError(.badData, "--altitude \(text): expected 0 m to 12 km, as '300 m'")
    }
    return .metres(value * factor)
  }
}
