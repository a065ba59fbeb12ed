export default function PublishTab() {
  return null
}
