using SynthData.Diagnostics;

namespace SynthData.Schema.Reading;

/// <summary>Whose source is read.</summary>
/// <param name="Table">The table's name.</param>
/// <param name="What">Whose, for messages: <c>column 'orders.total'</c>, or a case of it.</param>
/// <param name="NameCount">How many columns it fills.</param>
/// <param name="Type">The column's type, where written.</param>
internal sealed record SourceScope(string Table, string What, int NameCount, ColumnType? Type, SourcePosition Position);
