public import Quantities
public import Scenarios

/// Systems with what is said of them, for who looks one up.
public struct Catalogue: Sendable {
  /// A system and its fields, in the order of its kind.
  public struct Entry: Identifiable, Sendable {
    public let id, kind, name: String
    public let fields: [(name: String, summary: String, claims: [Claim])]
    /// Plain numbers that are part of a definition, by field.
    public let settings: [(name: String, value: Double)]
  }

  /// By kind in the order of the kinds, then by id.
  public let entries: [Entry]
  public let kinds: [(name: String, summary: String)]
  private let sources: [String: Source]

  /// The shipped catalogue.
  public init() throws(InvalidScenario) {
    self.init(try Document.catalogue(Builtin.files, vocabulary: .shipped))
  }

  /// What a scenario flies and sees with.
  public init(_ document: Document) {
    let tables = Vocabulary.shipped.kinds
    kinds = tables.map { ($0.name, $0.summary) }
    sources = Dictionary(document.sources.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    let claims = Dictionary(grouping: document.claims, by: \.address)
    entries = tables.flatMap { table in
      document.systems.filter { $0.kind == table.name }.sorted { $0.id < $1.id }.map { system in
        Entry(
          id: system.id, kind: system.kind, name: system.name,
          fields: table.fields.compactMap { field in
            claims[Address("catalogue", system.id, field.name)].map {
              (field.name, field.summary, $0)
            }
          },
          settings: table.fields.compactMap { field in
            system.settings[field.name].map { (field.name, $0) }
          })
      }
    }
  }

  public func source(_ id: String) -> Source? { sources[id] }

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
