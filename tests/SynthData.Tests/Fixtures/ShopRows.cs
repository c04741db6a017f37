using System.ComponentModel.DataAnnotations.Schema;

namespace SynthData.Tests.Fixtures;

internal enum Segment
{
    Consumer,
    Business,
    WalkIn,
}

internal enum OrderStatus
{
    Delivered,
    Returned,
    Open,
}

/// <summary>A positional record of some of the columns.</summary>
internal sealed record Customer(int Id, string Name, Segment Segment, DateOnly Joined, string? Note);

/// <summary>A record whose properties are set one by one.</summary>
internal sealed record Order
{
    public required Guid Id { get; init; }

    public required long Customer { get; init; }

    public DateTime OrderedAt { get; init; }

    public OrderStatus Status { get; init; }

    public DateTime? ShippedAt { get; init; }

    public bool IsOpen => Status == OrderStatus.Open;
}

/// <summary>A class that an object-relational mapper would have.</summary>
[Table("products")]
internal sealed class Article
{
    [Column("sku")]
    public string Number { get; set; } = "";

    public decimal Price { get; set; }

    [NotMapped]
    public int Sold { get; set; }

    public List<Line> Lines { get; } = [];

    public Order? Latest { get; set; }
}

/// <summary>A struct.</summary>
internal readonly record struct Line(string Order, short Number, string Product, decimal Quantity, decimal Total);
