import ArgumentParser
import Vedette

/// The command line: arguments, printing, exit codes.
@main
struct VedetteCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vedette",
    abstract:
      "A warning-time laboratory: how much warning a posture leaves, and on what that rests.",
    version: Analysis.version,
    subcommands: [
      NewCommand.self, BriefCommand.self, FiguresCommand.self, CheckCommand.self, WarnCommand.self,
      MarchCommand.self, LanchesterCommand.self,
      ExplainCommand.self,
      TrialsCommand.self, CardsCommand.self, DiffCommand.self, ReproduceCommand.self,
      MapCommand.self,
      CasesCommand.self, CatalogueCommand.self,
      DataCommand.self, ImportCommand.self, SchemaCommand.self, MeasureCommand.self,
      IndicatorsCommand.self, EvidenceCommand.self,
    ])

  static func main() async {
    Terminal.holdStandardFiles()
    DataFolder.useOwnProjections()
    await main(nil)
  }
}
