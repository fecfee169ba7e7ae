public import Datasets
public import Theatre
public import Warnings
public struct BriefingPage {
  public let html: String
  public init(results: Results, theatre: Theatre, classes: [String], pack: DataPack) throws(DataError) { html = "" }
}
extension ResultsFile { }
