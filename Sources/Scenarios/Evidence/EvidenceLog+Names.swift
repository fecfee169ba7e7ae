public import Quantities

extension EvidenceLog {
  /// Codes and feeds that `indicators.yaml` does not have, each at its first row.
  public func unknownNames(_ indicators: Document.Indicators?) -> [Diagnostic] {
    guard let indicators else {
      guard count > 0 else { return [] }
      return [Diagnostic(span(0), "observations need an indicators.yaml, and there is none")]
    }
    let codes = (indicators.families.flatMap(\.codes) + indicators.unused).map(\.value)
    return unknown(indicatorNames, self.indicators, codes, "indicator")
      + unknown(feedNames, feeds, indicators.feeds.map(\.id), "feed")
  }

  private func unknown(
    _ names: [String], _ column: [UInt16], _ known: [String], _ what: String
  ) -> [Diagnostic] {
    names.enumerated().compactMap { index, name in
      // a name of rows that are left out has no row to point at
      guard !known.contains(name), let row = column.firstIndex(of: UInt16(index)) else {
        return nil
      }
      let nearest = NearestName.to(name, among: known)
      return Diagnostic(
        span(row), "'\(name.prefix(60))' is not a known \(what)",
        help: nearest.map { "did you mean '\($0)'?" })
    }
  }
}
