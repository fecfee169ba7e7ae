public import Quantities
public import Tactical
public import Theatre

extension Analysis {
  /// Low approaches under some postures of the scenario, for maps; nil where no country of the alliance has both
  /// a net of tracks and a border.
  public func lowStudy(
    _ postures: [String], spacing: Length? = nil, hexes: HexGrid = HexGrid()
  ) -> LowStudy? {
    guard let slice = slice(TacticalSlice.self) else { return nil }
    let rungs = scenario.theatre.postures.filter { postures.contains($0.id) }.map {
      ($0.id, TacticalRung(slice.survey, posture: $0, places: []))
    }
    return LowStudy(slice, rungs, spacing: spacing, hexes: hexes)
  }

  /// The air over the region, for maps; nil where no defended country has a border, or no posture has air defence of the
  /// other side.
  public func airspace(spacing: Length? = nil) -> AirspaceStudy? {
    slice(TacticalSlice.self).flatMap { AirspaceStudy($0, everywhere: true, spacing: spacing) }
  }

  /// Towns of the region that the data pack has.
  public var towns: [Environment.Town] {
    slice(TacticalSlice.self)?.survey.environment.towns ?? []
  }
}
