namespace SynthData.Sources.Model.Sending;

/// <summary>Nothing came for too long.</summary>
internal sealed class SilenceException() : Exception("the server stayed silent too long.");
