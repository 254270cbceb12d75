export default function LandingPage() {
  return (
    <main>
      <h1>Await Points</h1>
    </main>
  );
}
