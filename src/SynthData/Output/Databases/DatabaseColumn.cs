namespace SynthData.Output.Databases;

/// <summary>A column of a table as a database tells of it.</summary>
/// <param name="Type">The type's name there.</param>
/// <param name="IsOptional">A row may leave it out: it may be null, has a default or is computed.</param>
internal sealed record DatabaseColumn(string Name, string Type, bool IsOptional);
