public import ArgumentParser
import Datasets
import Findings
import Quantities
public import Reports
import Scenarios
import Tactical
import Theatre
import Vedette

extension AdjudicationTable.Die: ExpressibleByArgument {}

/// `vedette cards`: what a die says becomes of an attack.
struct CardsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cards", abstract: "Adjudication tables of a place, for wargames: roll a die.",
    discussion:
      "Every face stands for as many draws as every other, so that a roll is a fair draw. Rows that say the same are one; what they "
      + "show is their middle case.")

  @Argument(help: "The scenario's folder.") var scenario: String
  @Option(help: "Id of the place.") var place: String
  @Option(help: "The die: d10 or d100.") var die = AdjudicationTable.Die.d10
  @Option(help: "A posture; may be repeated. The two of the headline when left out.")
  var posture: [String] = []
  @Option(
    name: .customLong("class"),
    help: ArgumentHelp(
      "A class of threat; may be repeated. All when left out.", valueName: "class"))
  var classes: [String] = []
  @OptionGroup var options: DrawOptions
  @Flag(help: "Print as JSON.") var json = false

  func validate() throws {
    if options.until != nil { throw ValidationError("--until: a table is of so many --draws") }
  }

  func run() async throws {
    try await Terminal.run { [self] in
      let scenario = try options.scenario(scenario)
      let theatre = scenario.theatre
      let known = try Terminal.place(place, of: theatre)
      let postures = try Terminal.known(
        posture, among: theatre.postures.map(\.id), as: "a posture", otherwise: theatre.compared)
      let classes = try Terminal.known(
        classes, among: theatre.classesOfThreat, as: "a class of threat",
        otherwise: theatre.classesOfThreat)
      let bar = ProgressBar(options.progress)
      let kept = try await options.analysis(scenario).kept(
        options.draws ?? 128, replicates: 16, postures: postures, places: [place],
        seed: options.seed, threads: options.threads
      ) { bar.show($0, $1, $2) }
      let tables = classes.flatMap { threat in
        kept.compactMap { AdjudicationTable($0, place: place, threat: threat, die: die) }
      }
      let text = CardText(tables, of: known, die: die, theatre)
      if json {
        try Terminal.print(text.json.text + "\n")
      } else {
        try Terminal.tell(text.text)
      }
    }
  }
}
