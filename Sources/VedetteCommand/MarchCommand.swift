import ArgumentParser
import Datasets
import Findings
import Operational
import Quantities
import Reports
import Scenarios
import Tactical
import Theatre
import Vedette

/// `vedette march`: the build-up on one axis, town by town.
struct MarchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "march",
    abstract: "Who is in place on an axis when, and what its roads and railways could bring.",
    discussion:
      "Named towns, lengths and days; never a line on a map. Fighting is not modelled: what is told ends at the border."
  )

  @Argument(help: "The scenario's folder.") var scenario: String
  @Option(help: "Id of the axis; the axes of the scenario when left out.") var axis: String?
  @Option(help: "Id of the posture; the later one of the headline when left out.")
  var posture: String?
  @Option(help: "Id of one formation: only its way and days; all of them when left out.")
  var formation: String?
  @Flag(help: "Days that one unit takes to the axis from the towns of its side; needs --axis.")
  var around = false
  @Flag(help: "Gaps between ends of the map's lines that were closed, each with its length.")
  var gaps = false
  @Option(help: "Inhabitants of the smallest town of --around.") var least = 50_000
  @Option(help: "File for the towns of --around as GeoJSON.") var geojson: String?
  @OptionGroup var options: DrawOptions
  @OptionGroup var whatIf: WhatIfOptions
  @Flag(help: "Print the figures as JSON.") var json = false

  func validate() throws {
    if formation != nil, around || gaps {
      throw ValidationError("--formation has no part in --around and --gaps")
    }
    if around, axis == nil { throw ValidationError("--around needs --axis") }
    if !around, geojson != nil { throw ValidationError("--geojson needs --around") }
    if least < 0 { throw ValidationError("--least \(least): expected a number of people") }
  }

  func run() async throws {
    try await Terminal.run { [self] in
      let scenario = try whatIf.scenario(scenario, alone: true)
      let theatre = scenario.theatre
      let axes = theatre.operations?.axes.map(\.id) ?? []
      guard !axes.isEmpty else {
        throw DataError(
          .badData, "the scenario has no axis: ground forces stand in operations.yaml")
      }
      var asked = try Terminal.known(
        axis.map { [$0] } ?? [], among: axes, as: "an axis", otherwise: axes)
      let led = try Terminal.known(
        posture.map { [$0] } ?? [], among: theatre.postures.map(\.id), as: "a posture",
        otherwise: [theatre.headline.after.value])[0]
      let posture = theatre.posture(led)!
      if let formation {
        // of a posture; whatever is no class of threat moves on the ground
        let standing = posture.forces.filter { !theatre.isThreat($0.system) }.map(\.id)
        _ = try Terminal.known(
          [formation], among: standing, as: "a formation", otherwise: [])
        asked = try self.axes(of: formation, under: posture, among: asked, theatre)
      }
      if gaps { return try printGaps(try options.analysis(scenario)) }
      if around { return try around(asked[0], posture, scenario) }
      let ask = Ask(
        levels: [.operational], threats: [.operational: Set(asked)], postures: [led], pairs: [],
        products: [.series, OperationalFigures.clocks])
      let results = try await options.answer(ask, try options.analysis(scenario))
      if json { return try Terminal.print(ResultsFile.answer(results)) }
      let ladder = Ladder(results: results, theatre: theatre, classes: theatre.classesOfThreat)
      let texts = asked.compactMap {
        MarchText(ladder, axis: $0, under: posture, formation: formation)?.text
      }
      try Terminal.tell(texts.joined(separator: "\n"))
    }
  }

  /// Of some axes those that a formation's country moves on.
  private func axes(
    of formation: String, under posture: Theatre.Posture, among asked: [String],
    _ theatre: Theatre
  ) throws -> [String] {
    let country = posture.forces.first { $0.id == formation }?.country ?? ""
    let own = (theatre.operations?.axes ?? []).filter {
      ($0.countries + $0.defenders).contains(country) && asked.contains($0.id)
    }.map(\.id)
    guard !own.isEmpty else {
      throw DataError(.badData, "'\(formation)' moves on no axis that is asked for")
    }
    return own
  }

  private func printGaps(_ analysis: Analysis) throws {
    let gaps = analysis.slice(OperationalSlice.self)?.gaps ?? []
    // a hundredth of a degree says where to look, and no more
    func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
    let rows = gaps.map { gap in
      (gap.kind, rounded(gap.point.y), rounded(gap.point.x), gap.length.rounded())
    }
    if json {
      let list = rows.map { kind, latitude, longitude, length in
        Json.object([
          ("kind", .string(kind)), ("latitude", .number(latitude)),
          ("longitude", .number(longitude)), ("metres", .number(length)),
        ])
      }
      return try Terminal.print(Json.object([("gaps", .array(list))]).text + "\n")
    }
    try Terminal.print(
      "\(rows.count) gaps of the map were closed: ends no farther than 1 km apart where the way round is ten times as long\n"
        + rows.map { kind, latitude, longitude, length in
          "  \(kind)  \(Json.short(latitude)) \(Json.short(longitude))  \(Json.short(length)) m\n"
        }.joined())
  }

  private func around(
    _ axis: String, _ posture: Theatre.Posture, _ scenario: Scenario
  ) throws {
    let analysis = try options.analysis(scenario)
    guard
      let days = analysis.daysAround(axis, under: posture, least: least, seed: options.seed)
    else { throw DataError(.badData, "nobody moves on '\(axis)' under '\(posture.id)'") }
    let title = scenario.theatre.operations?.axes.first { $0.id == axis }?.title ?? axis
    let text = DaysAroundText(days, title)
    if let geojson { try Files.write(text.geojson, path: geojson) }
    try Terminal.print(json ? text.json.text + "\n" : text.text)
  }
}
