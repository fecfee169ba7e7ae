public import Quantities

/// Places that are told of together.
extension Theatre {
  /// Whether a point lies in the scenario's region, or so many degrees around it.
  public func holds(latitude: Double, longitude: Double, within margin: Double = 0) -> Bool {
    let (low, high) = (region.west - margin, region.east + margin)
    let turned = longitude + ((low - longitude) / 360).rounded(.up) * 360
    return (region.south - margin...region.north + margin).contains(latitude) && turned <= high
  }

  /// A country, or a district with several places.
  public struct Region: Identifiable, Hashable, Sendable {
    /// What figures of it are about: a country, or a district by its most populous place.
    public let subject: FigureSubject
    public var id: String { subject.word }
    public let name: String
    public let country: String
    public let isCountry: Bool
    /// Most people first.
    public let places: [Place]
  }

  /// Countries, and districts of more than one place, by country and name.
  public var regions: [Region] {
    Dictionary(grouping: places, by: \.country).sorted { $0.key < $1.key }.flatMap {
      country, places in
      let all = Theatre.byPeople(places)
      let districts = Dictionary(grouping: all, by: \.district)
        .filter { $0.value.count > 1 && $0.value.count < all.count }
        .map { name, places in
          Region(
            subject: .district(places[0].id), name: name, country: country, isCountry: false,
            places: places)
        }
      let whole = Region(
        subject: .country(country), name: country, country: country, isCountry: true,
        places: all)
      return [whole] + districts.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    }
  }

  /// The places a briefing tells of by name: those the scenario names, else the most populous of
  /// each country, larger ones first.
  public var focus: [Place] {
    guard focusIds.isEmpty else {
      return focusIds.compactMap { id in places.first { $0.id == id } }
    }
    let countries = Dictionary(grouping: places, by: \.country).values
    return Theatre.byPeople(countries.map { Theatre.byPeople($0)[0] })
  }

  static func byPeople(_ places: [Place]) -> [Place] {
    places.sorted { ($1.population, $0.id) < ($0.population, $1.id) }
  }
}
