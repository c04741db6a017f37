namespace SynthData.Cli.Codegen;

/// <summary>A property of a record type, and the column that it holds.</summary>
/// <param name="Summary">What it is, as plain text.</param>
internal sealed record RecordProperty(string Name, RowColumn Column, string Summary);
