public import Quantities
public import Scenarios
internal import Theatre

/// Systems with what is said of them, for who looks one up.
public struct Catalogue: Sendable {
  /// A system and its fields, in the order of its kind.
  public struct Entry: Identifiable, Sendable {
    public let id, kind, name: String
    /// Whose figures it has where it has none of its own.
    public let like: String?
    /// Whether it only lends its figures.
    public let isClass: Bool
    public let fields: [FieldEntry]
    /// Plain numbers that are part of a definition, by field.
    public let settings: [(name: String, value: Double)]
  }

  /// What is said of a field, and of which system it is said.
  public struct FieldEntry: Sendable {
    public let name, summary: String
    /// Of its values: the SI unit.
    public let siUnit: String
    public let isRequired: Bool
    /// The system whose figure it is: its own or one that it is like.
    public let owner: String
    public let claims: [Claim]
    /// What the weightiest claim calls likely, SI.
    public let typical: Double
  }

  /// By kind in the order of the kinds, then by id.
  public let entries: [Entry]
  public let kinds: [FieldTable]
  private let sources: [String: Source]

  /// The shipped catalogue.
  public init() throws(InvalidScenario) {
    self.init(try Document.catalogue(Builtin.files, vocabulary: .shipped))
  }

  /// What a scenario flies and sees with.
  public init(_ document: Document) {
    let tables = Vocabulary.shipped.kinds
    kinds = tables
    sources = Dictionary(document.sources.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    let theatre = Theatre(document)
    let claims = Dictionary(grouping: document.claims, by: \.address)
    entries = tables.flatMap { table in
      document.systems.filter { $0.kind == table.name }.sorted { $0.id < $1.id }.map { system in
        Entry(
          id: system.id, kind: system.kind, name: system.name, like: system.like,
          isClass: system.isClass,
          fields: table.fields.compactMap { field in
            guard
              let address = theatre.catalogueAddress(system.id, field.name, under: nil),
              let law = theatre.bibliography.laws[address], let said = claims[address]
            else { return nil }
            return FieldEntry(
              name: field.name, summary: field.summary, siUnit: field.siUnit,
              isRequired: field.isRequired,
              owner: String(address.owner.dropFirst("catalogue.".count)), claims: said,
              typical: law.likely)
          },
          settings: table.fields.compactMap { field in
            system.settings[field.name].map { (field.name, $0) }
          })
      }
    }
  }

  public func source(_ id: String) -> Source? { sources[id] }

  /// A kind by its name.
  public func kind(_ name: String?) -> FieldTable? { kinds.first { $0.name == name } }

  /// Systems of an id or a kind; empty where there is neither.
  public func entries(called name: String) -> [Entry] {
    entries.filter { $0.id == name || $0.kind == name }
  }

  /// Systems of whose id, kind or name a word is part, whatever its case.
  public func entries(like word: String) -> [Entry] {
    let word = word.lowercased()
    return entries.filter { entry in
      [entry.id, entry.kind, entry.name].contains { $0.lowercased().contains(word) }
    }
  }

  /// What a word may have been meant to be.
  public func nearest(to name: String) -> String? {
    NearestName.to(name, among: entries.map(\.id) + kinds.map(\.name))
  }
}
