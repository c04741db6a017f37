using SynthData.Diagnostics;

namespace SynthData.Testing.Binding;

/// <summary>A parameter or property and the column whose cells it takes.</summary>
/// <param name="Member">Its name.</param>
/// <param name="Type">Its type.</param>
/// <param name="Column">The place among the visible columns.</param>
/// <param name="Name">The column's name.</param>
/// <param name="Position">Where the schema declares the column.</param>
/// <param name="Convert">Makes what it takes of a cell that is not null; null where the cell is that already.</param>
internal sealed record RowPart(string Member, Type Type, int Column, string Name, SourcePosition? Position, Func<object, object>? Convert);
