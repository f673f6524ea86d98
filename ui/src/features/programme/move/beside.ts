// Puts a floating card beside a box on the screen: under it, else over it, never outside the window.
export function beside(box: () => DOMRect | undefined): (element: HTMLElement) => () => void {
  return (element) => {
    const put = () => {
      const at = box()
      if (!at) return
      const { width, height } = element.getBoundingClientRect()
      const below = at.bottom + 6
      const top = below + height > window.innerHeight - 8 ? at.top - height - 6 : below
      element.style.left = `${Math.max(8, Math.min(at.left, window.innerWidth - width - 8))}px`
      element.style.top = `${Math.max(8, Math.min(top, window.innerHeight - height - 8))}px`
    }
    put()
    const sized = new ResizeObserver(put)
    sized.observe(element)
    return () => sized.disconnect()
  }
}
