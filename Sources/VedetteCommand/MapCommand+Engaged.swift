import ArgumentParser
import Datasets
import Findings
import Quantities
import Reports
import Tactical
import Theatre
import Vedette

extension MapCommand {
  /// `vedette map engaged`.
  struct Engaged: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Where air defence of the other side could engage an aircraft at a height.",
      discussion:
        "Limited by each battery's reach and by the horizon of its own radar, never by what it would hit. The share of 16 × 16 draws: from 300 m on by point, as raster; below, by hexagon only."
    )
    @OptionGroup var options: Options
    @Option(help: "Height above the ground, as '3 km'.") var altitude: String
    @Option(help: "Posture; that after the headline's change when left out.") var posture: String?
    @Option(help: "How many batteries must be able to.") var rank = 1
    @Option(help: "Kilometres between points, from 1.") var cell: Double?
    @Option(help: "Seed of the draws.") var seed: UInt64 = 1

    func validate() throws {
      if !(1...16).contains(rank) { throw ValidationError("--rank \(rank): expected 1 to 16") }
      if let cell, !(1...50).contains(cell) {
        throw ValidationError("--cell \(cell): expected 1 to 50 km")
      }
    }

    func run() async throws {
      try await Terminal.run { [self] in
        let height = try MapCommand.height(altitude)
        let analysis = try options.analysis()
        let posture = try options.posture(posture, in: analysis)
        guard let study = analysis.airspace(spacing: cell.map { .kilometres($0) }) else {
          throw DataError(
            .badData,
            "no posture has air defence of the other side, or no defended country has a border")
        }
        let bar = ProgressBar(options.progress)
        let map = try await study.map(
          analysis.scenario.theatre.posture(posture)!, at: height, by: rank, seed: seed,
          threads: options.threads
        ) { bar.show("drawing", $0, $1) }
        let name =
          "engaged-\(posture)-\(Int(height.metres))m" + (rank > 1 ? "-rank-\(rank)" : "")
        try options.told(try write(map, name, posture, height), notes(map, height))
      }
    }

    private func write(
      _ map: EngagedMap, _ name: String, _ posture: String, _ height: Length
    ) throws -> [String] {
      guard height.metres >= Double(NetFloor.leastTold) else {
        return try MapCommand.write(
          [MapLayer.engaged(map.hexes, map.plane, map.byHexagon)], name, to: options.out)
      }
      return try MapCommand.write(
        MapRaster(map.plane, map.told(at: height), unit: "", origin: "engaged, \(posture)"), name,
        style: MapRaster.engagedStyle, to: options.out)
    }

    private func notes(_ map: EngagedMap, _ height: Length) -> [String] {
      var notes = [
        "\(map.batteries.count) sites of air defence of the posture; publicly known ones only",
        "reach and horizon; never whether anything would be hit",
      ]
      if height.metres < Double(NetFloor.leastTold) {
        notes.append("below 300 m by hexagons of 25 km, not by point")
      }
      if !map.smooth.isEmpty {
        notes.append(
          "over a smooth Earth, as terrain has no ground there: \(map.smooth.joined(separator: ", "))"
        )
      }
      return notes
    }
  }
}
